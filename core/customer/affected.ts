import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import { ExpressionFailed, evaluate, holds } from '../../language/expressions/condition.ts';
import { ownValue } from '../own-value.ts';
import { incidentName } from './incident-names.ts';
import { shortId } from './model/bound.ts';
import { type Facts, factsOf, knownSinceOf } from './model/facts.ts';
import { isUnclosed } from './model/incidents.ts';
import type { Millis } from './model/millis.ts';
import type { CustomerState } from './model/state.ts';
import { isDrawn } from './panel-draw.ts';

/** An event about everyone, and since when they are asked. */
export interface Asking {
  fields: Record<string, unknown>;
  /** When it happened: ISO 8601, UTC. */
  at: string;
  startedAt: Millis;
}

/** Whether there is somebody under this id whom anything is about: who came after the asking began was not there for it. */
const isThere = ({ movedTo, erased, closedAt, ...rest }: CustomerState, { startedAt }: Asking): boolean =>
  movedTo === undefined && erased === undefined && closedAt === undefined && knownSinceOf(rest) <= startedAt;

/**
 * Whether an event about everyone is about this customer: by what it `affects`; what closes an incident, also about whoever has
 * that incident open, whatever they are by now. A condition that has no value over somebody's facts is not true of them.
 */
export const isAffected = async (
  state: CustomerState,
  { everyone, closes, theme }: Pick<EventType, 'everyone' | 'closes' | 'theme'>,
  asking: Asking,
  now: Millis,
  catalogue: Catalogue,
): Promise<boolean> => {
  if (everyone === undefined || !isThere(state, asking)) return false;
  if (everyone.draw && !isDrawn(state.id, everyone.draw, Date.parse(asking.at))) return false;
  const event = { ...asking.fields, at: asking.at };
  const closed = await incidentName(closes, event);
  const incident = closed === undefined ? undefined : ownValue(state.incidents, closed);
  if (incident && isUnclosed(incident)) return true;
  if (theme !== undefined && !(await hasAskedFor(state, theme, event))) return false;
  if (everyone.affects === undefined) return true;
  let facts: Facts | undefined;
  const names = {
    event,
    get customer() {
      facts ??= factsOf(state, now, catalogue);
      return facts;
    },
  };
  return holds(everyone.affects, names).catch((error) => {
    if (error instanceof ExpressionFailed) return false;
    throw error;
  });
};

/** Whether they had asked for the theme of an event when it happened. */
const hasAskedFor = async (
  { themes = {} }: CustomerState,
  about: string,
  event: Record<string, unknown>,
): Promise<boolean> => {
  const request = ownValue(themes, shortId(String(await evaluate(about, event))));
  return request !== undefined && request.at <= Date.parse(String(event.at));
};
