import * as z from 'zod';

const Seconds = z.number().int().positive();

/** Which part of customers an event about everyone is about: by a hash of the customer and the week. */
export const PanelDraw = z.strictObject({
  /** 0.02 is two of a hundred. */
  share: z.number().positive().max(1),
  /** How long a week is: shorter where a pace is set. */
  week: Seconds,
  /** It begins on Monday at nine, UTC. */
  fromMonday: z.boolean(),
});
export type PanelDraw = z.infer<typeof PanelDraw>;

/** A question that a part of those at ease is asked each week. */
export const PanelPolicy = z.strictObject({
  moment: z.string(),
  /** Of all customers, in a week. */
  share: z.number().positive().max(1),
  /** Nobody is asked by it again so soon. */
  seconds: Seconds,
});
export type PanelPolicy = z.infer<typeof PanelPolicy>;

/** The event of whoever is drawn, and the journey that it begins. */
export const PANEL_EVENT = 'panel.drawn';
export const PANEL_JOURNEY = 'panel';
/** From where alone it is taken. */
export const PANEL_SOURCE = 'tactful.panel';

export const WEEK_SECONDS = 7 * 86_400;
