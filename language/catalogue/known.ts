import * as z from 'zod';

/** How often somebody wants to hear from us: as now, half as often, or only what they must know. From the least strict on. */
export const Frequency = z.enum(['as-now', 'fewer', 'necessary']);
export type Frequency = z.infer<typeof Frequency>;

/** What of themselves a customer decides by an event of their own. */
export const Governs = z.enum(['fact', 'evidence', 'frequency', 'hours', 'erasure']);
export type Governs = z.infer<typeof Governs>;

/** Full hours of a day, at which quiet hours of one's own begin and end. */
export const HOURS: string[] = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** So many hours of a day stay open at least: who wants less is better served by `necessary`. */
export const LEAST_OPEN_HOURS = 4;

/** Whether quiet hours leave enough of the day open. The same beginning and end would be all of it. */
export const leaveRoom = (from: string, to: string): boolean => {
  const open = (HOURS.indexOf(from) - HOURS.indexOf(to) + 24) % 24;
  return HOURS.includes(from) && HOURS.includes(to) && open >= LEAST_OPEN_HOURS;
};

/** By which customers correct what we know; nothing as old says otherwise. */
export const CORRECTED = 'customer.fact_corrected';
