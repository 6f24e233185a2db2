/** What a plain expression answers where only JSONata itself knows: at arrays, null, errors, inherited names. */
export const UNSURE = Symbol('unsure');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object whose fields are all there is to it. By these marks JSONata knows its own functions, which have no fields. */
export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && value._jsonata_function === undefined && value._jsonata_lambda === undefined;

/** What is no scalar, no object and not missing is for JSONata. */
export const sure = (value: unknown): unknown => {
  switch (typeof value) {
    case 'undefined':
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : UNSURE;
    default:
      return isObject(value) ? value : UNSURE;
  }
};

export const fieldOf = (value: unknown, name: string): unknown => {
  if (typeof value !== 'object') return value === UNSURE ? UNSURE : undefined;
  if (!isPlainObject(value)) return UNSURE;
  const property = value[name];
  return property === undefined || Object.hasOwn(value, name) ? sure(property) : UNSURE;
};

/** As JSONata takes a scalar for true: neither missing nor empty nor 0. */
export const truth = (value: unknown): boolean | typeof UNSURE =>
  typeof value === 'object' || value === UNSURE ? UNSURE : Boolean(value);

/** As JSONata takes a time without a picture, of those that intake writes. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** JSONata writes four digits of a year. */
const YEAR_10000 = Date.UTC(10_000, 0);

/** Functions of one value that is there. */
export const FUNCTIONS = new Map<string, (value: unknown) => unknown>(
  Object.entries({
    not: (value: unknown) => {
      const is = truth(value);
      return is === UNSURE ? UNSURE : !is;
    },
    toMillis: (value: unknown) => (typeof value === 'string' && INSTANT.test(value) ? sure(Date.parse(value)) : UNSURE),
    fromMillis: (value: unknown) =>
      typeof value === 'number' && value >= 0 && value < YEAR_10000 ? new Date(value).toISOString() : UNSURE,
  }),
);

export type Scalar = string | number | boolean | undefined;

const compared =
  (compare: (left: string | number, right: string | number) => boolean) =>
  (left: Scalar, right: Scalar): unknown => {
    if (typeof left === 'boolean' || typeof right === 'boolean') return UNSURE;
    if (left === undefined || right === undefined) return undefined;
    return typeof left === typeof right ? compare(left, right) : UNSURE;
  };

const calculated =
  (calculate: (left: number, right: number) => number) =>
  (left: Scalar, right: Scalar): unknown => {
    if (typeof left === 'number' && typeof right === 'number') return sure(calculate(left, right));
    return UNSURE;
  };

/** Comparisons, sums and differences of scalars. */
export const OPERATIONS = new Map<string, (left: Scalar, right: Scalar) => unknown>(
  Object.entries({
    '=': (left: Scalar, right: Scalar) => left !== undefined && left === right,
    '!=': (left: Scalar, right: Scalar) => left !== undefined && right !== undefined && left !== right,
    '<': compared((left, right) => left < right),
    '<=': compared((left, right) => left <= right),
    '>': compared((left, right) => left > right),
    '>=': compared((left, right) => left >= right),
    '+': calculated((left, right) => left + right),
    '-': calculated((left, right) => left - right),
  }),
);
