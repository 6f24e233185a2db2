/** Plain values by key in memory: the last ones written as they are, all others as JSON, in a third of the room. */
export interface FoldedMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  keys(): string[];
  size(): number;
}

/** A shelf that has at most `handy` values as they are. What it gives and takes is shared: nobody may change it. */
export const createFoldedMap = <Value extends object>(handy: number): FoldedMap<Value> => {
  const values = new Map<string, Value | string>();
  const recent = new Set<string>();

  const fold = (): void => {
    for (const oldest of recent) {
      recent.delete(oldest);
      values.set(oldest, JSON.stringify(values.get(oldest)));
      return;
    }
  };

  const keep = (key: string, value: Value): void => {
    values.set(key, value);
    recent.delete(key);
    recent.add(key);
    if (recent.size > handy) fold();
  };

  return {
    get: (key) => {
      const stored = values.get(key);
      if (typeof stored !== 'string') return stored;
      const value = JSON.parse(stored) as Value;
      keep(key, value);
      return value;
    },
    set: keep,
    delete: (key) => {
      values.delete(key);
      recent.delete(key);
    },
    keys: () => [...values.keys()],
    size: () => values.size,
  };
};
