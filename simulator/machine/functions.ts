import { createHash } from 'node:crypto';
import jsonata from 'jsonata';

/** What comes from outside: the time in milliseconds, and chance. */
export interface Tick {
  now: number;
  newToken: () => string;
  /** In [0, 1). */
  random: () => number;
}

const format = jsonata('$fromMillis(millis, picture, zone)');

const hex = (random: () => number, digits: number): string =>
  Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');

const uuid = (random: () => number): string =>
  [hex(random, 8), hex(random, 4), `4${hex(random, 3)}`, `8${hex(random, 3)}`, hex(random, 12)].join('-');

const range = (first: number, last: number, by: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor((last - first) / by) + 1) }, (_, i) => first + i * by);

const partition = (list: unknown[], size: number): unknown[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/** The names that stand for time or chance, or that AWS adds to JSONata; others need no binding. */
export const SPECIAL = /\$(now|millis|random|uuid|hash|parse|range|partition)\b/;

/** Those functions, as of one instant. */
export const functionsAt = ({ now, random }: Tick): Record<string, unknown> => ({
  now: (picture?: string, zone?: string) =>
    picture === undefined ? new Date(now).toISOString() : format.evaluate({ millis: now, picture, zone }),
  millis: () => now,
  random: () => random(),
  uuid: () => uuid(random),
  hash: (data: string, algorithm = 'SHA-256') =>
    createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest('hex'),
  parse: (text: string): unknown => JSON.parse(text),
  range,
  partition,
});
