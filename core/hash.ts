import { hash } from 'node:crypto';

/** Hex SHA-256 of parts that may hold anything, `length` characters of it. */
export const digest = (parts: readonly string[], length = 32): string =>
  hash('sha256', JSON.stringify(parts), 'hex').slice(0, length);

/** A stable draw in [0, 1) from a text: the first 48 bits of its hash. */
export const hashFraction = (text: string): number => Number.parseInt(digest([text], 12), 16) / 2 ** 48;
