import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { Happening } from '../happening.ts';
import { awake, type Person } from '../people.ts';
import { TICKETS } from '../tickets.ts';
import { answer, feel } from './feedback.ts';

/** One ticket: opened, mostly resolved, and often answered when we ask how it went. */
export const ticket = (who: Person, from: number, number: number, subject: string, body: string): Happening[] => {
  const luck = who.chance;
  const ticketId = `t-${who.id.slice(2)}-${number}`;
  const opened = luck.happens(0.15) ? from : awake(who, from);
  const hours = luck.happens(0.7) ? luck.between(1, 20) : luck.between(50, 150);
  const story: Happening[] = [
    { at: opened, type: 'support.ticket_opened', customerId: who.id, detail: { ticketId, subject, body } },
  ];
  if (luck.happens(0.04)) return story;
  const resolved = Math.floor((opened + hours * HOUR) / 1000) * 1000;
  story.push({ at: resolved, type: 'support.ticket_resolved', customerId: who.id, detail: { ticketId } });
  const feeling = hours > 24 ? feel(who, 0.25, 0.3) : feel(who, 0.6, 0.25);
  if (luck.happens(0.5)) story.push(answer(who, resolved + DAY + luck.between(1, 40) * HOUR, 'csat', feeling));
  return story;
};

/** The tickets of someone's quarter: most have none or one. */
export const asking = (who: Person, from: number, until: number): Happening[] => {
  const luck = who.chance;
  const lot = luck.next();
  const count = lot < 0.68 ? 0 : lot < 0.95 ? 1 : 2;
  return Array.from({ length: count }, (_, index) => {
    const subject = luck.pick(Object.keys(TICKETS));
    return ticket(who, luck.between(from, until), index + 1, subject, luck.pick(TICKETS[subject]!));
  }).flat();
};
