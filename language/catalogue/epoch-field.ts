import * as z from 'zod';
import type { CustomerLocation } from './customer-location.ts';
import { readDate } from './date-field.ts';
import { isPlausible } from './plausible-date.ts';

/** In what a number of a date counts from 1970 on. */
export const EpochUnit = z.enum(['epoch-seconds', 'epoch-milliseconds']);
export type EpochUnit = z.infer<typeof EpochUnit>;

const UNITS: Record<EpochUnit, { milliseconds: number; words: string; least: number }> = {
  'epoch-seconds': { milliseconds: 1000, words: 'seconds since 1970', least: 0 },
  // So few of them are seconds, by their look: of 1973 and before.
  'epoch-milliseconds': { milliseconds: 1, words: 'milliseconds since 1970', least: 1e11 },
};

const NUMERAL = /^-?\d{1,16}(\.\d+)?$/;

const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMERAL.test(value.trim()) ? Number(value) : undefined;
};

/** How an error asks for such a date. */
export const expectedEpoch = (unit: EpochUnit): string => UNITS[unit].words;

/** Such a number, or a date as it is written, as UTC. */
export const readEpoch =
  (unit: EpochUnit) =>
  async (value: unknown, place: CustomerLocation): Promise<string | undefined> => {
    const count = numberOf(value);
    if (count === undefined) return readDate(value, place);
    const { milliseconds, least } = UNITS[unit];
    const at = Math.trunc(count * milliseconds);
    return Math.abs(count) >= least && isPlausible(at) ? new Date(at).toISOString() : undefined;
  };
