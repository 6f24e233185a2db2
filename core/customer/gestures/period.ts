import { offsetAt } from '../../time/zone.ts';

/** The calendar month and quarter of a time in a zone: `2026-03`, `2026-Q1`. */
export const monthOf = (at: number, zone: string): string =>
  new Date(at + offsetAt(zone, at)).toISOString().slice(0, 7);

export const quarterOf = (at: number, zone: string): string => {
  const [year = '', month = ''] = monthOf(at, zone).split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
};
