/** A value, or the promise of one where JSONata has to be asked: most of a machine needs no promise. */
export type Later<Value> = Value | Promise<Value>;

/** Goes on with a value: at once where it is there. */
export const goOn = <Value, Next>(value: Later<Value>, next: (value: Value) => Later<Next>): Later<Next> =>
  value instanceof Promise ? value.then(next) : next(value);
