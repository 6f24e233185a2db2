const numbers = new Intl.NumberFormat('en-GB');

/** 12,345 */
export const number = (value: number): string => numbers.format(value);

/** "1 person", "12,345 people" */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** 0.25 as "25 %" */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;
