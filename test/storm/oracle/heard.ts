import jsonata from 'jsonata';
import type { Enrolled } from './forbidden.ts';
import type { HeardEvent, Knowledge } from './knowledge.ts';

/** What a listening step waits for, as its task or the item says. */
export interface Listening {
  on: string[];
  where?: string;
  answers?: { moment: string; asks: string };
  /** It waits for the word about an event of ours. */
  confirms?: boolean;
}

const parsed = new Map<string, jsonata.Expression>();

export const evaluated = async (expression: string, names: Record<string, unknown>): Promise<unknown> => {
  const one = parsed.get(expression) ?? jsonata(expression);
  parsed.set(expression, one);
  return one.evaluate(names);
};

export const isTrue = async (condition: string, names: Record<string, unknown>): Promise<boolean> =>
  (await evaluated(condition, names)) === true;

/** Whether it happened since the enrolment's own event, and is not that event. */
export const isSince = ({ id, at, onlyFor }: HeardEvent, { eventId, eventAt, of }: Enrolled): boolean =>
  id !== eventId && at >= eventAt && (onlyFor === undefined || onlyFor === of);

/** Whether an event is what a trigger of this enrolment names. */
export const triggers = async (
  event: HeardEvent,
  { on, where }: { on: string; where?: string | undefined },
  enrolled: Enrolled,
): Promise<boolean> => {
  if (event.type !== on || !isSince(event, enrolled)) return false;
  const heard = { ...event.detail, at: new Date(event.at).toISOString() };
  return !where || isTrue(where, { event: enrolled.event, heard });
};

/** An event that a listening step would take and has not. */
export const untaken = async (
  { know, enrolled }: { know: Knowledge; enrolled: Enrolled },
  listening: Listening & {
    takenIds: ReadonlySet<string>;
    /** Steps that have asked, and when. */
    askedAt: ReadonlyMap<string, number>;
  },
): Promise<HeardEvent | undefined> => {
  const { on, where, answers, takenIds, askedAt } = listening;
  const since = know.heardEvents.filter((event) => on.includes(event.type) && isSince(event, enrolled));
  for (const event of since) {
    if (takenIds.has(event.id)) continue;
    if (answers && !isAnswer(event, answers, askedAt)) continue;
    if (!where || (await isTrue(where, { event: enrolled.event, heard: event.detail }))) return event;
  }
  return undefined;
};

/** It names the question, or the message that asked; or nothing, and came on its scale after the question. */
export const isAnswer = (
  { detail, at }: HeardEvent,
  { moment, asks }: { moment: string; asks: string },
  askedAt: ReadonlyMap<string, number>,
): boolean => {
  const { answers: named, scale } = detail;
  if (named !== undefined) return askedAt.size > 0 && (named === moment || askedAt.has(String(named)));
  return (asks === 'open' || scale === asks) && [...askedAt.values()].some((time) => time <= at);
};
