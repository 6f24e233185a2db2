import * as z from 'zod';
import { PanelDraw } from './panel.ts';

/** Of an event that is about no one customer: about whom it is, and how fast they are told. */
export const Everyone = z.strictObject({
  /** A JSONata condition over `event` and `customer`; where it is left out, whoever asked for the event's theme. */
  affects: z.string().optional(),
  /** So many customers a second are told at most. */
  perSecond: z.number().positive(),
  /** Only of those who are drawn is it asked. */
  draw: PanelDraw.optional(),
});
export type Everyone = z.infer<typeof Everyone>;

/** What stands for `customer` in events.yaml. */
export const EVERYONE = 'everyone';

/** Where events.yaml says nothing: a million takes six hours. */
export const PER_SECOND = 50;

/** More than intake takes beside all else. */
export const MOST_PER_SECOND = 500;

/** A source from which such an event is taken; `otherwise` where any will do. */
export const sourceFor = (type: { sources?: readonly string[] | undefined } | undefined, otherwise: string): string =>
  type?.sources?.[0] ?? otherwise;
