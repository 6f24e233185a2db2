import { PROMISE_EVENTS } from '../../../language/catalogue/promise-events.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import { parseDecisionId } from '../decision-id.ts';
import { type Draft, note } from '../draft.ts';
import type { Enrolment } from '../model/enrolment.ts';
import { openIncidents } from '../model/incidents.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { isOpenWork } from '../model/listed-work.ts';
import type { Work } from '../model/work.ts';
import { putWork } from './close-work.ts';

/** Work that is one of many no more: it is answered by itself. Whoever had told of it with the others hears so. */
export const setApart = (draft: Draft, id: string, work: Work): void => {
  const { crowd, ...rest } = work;
  putWork(draft, id, rest);
  if (crowd === undefined) return;
  const { moment, journey, at, due, customer: of } = work;
  const then = { given: iso(at), due: iso(due), ...(of !== undefined && { of }) };
  note(draft, { kind: 'task', task: id, moment, journey, status: 'alone', crowd, ...then });
};

/** Whoever has said something of their own is one of many no more: what a person does for them then is because of that. */
export const hearOwnWord = ({ deps }: Draft, enrolment: Enrolment, type: string): void => {
  if (enrolment.crowd !== undefined && ownValue(deps.catalogue.events, type)?.byCustomer) enrolment.crowd = undefined;
};

/** Somebody is unhappy in words of their own: what is open for them is no matter of many any more. */
export const standAlone = (
  draft: Draft,
  { type, signals, automatic }: Pick<IncomingEvent, 'type' | 'signals' | 'automatic'>,
): void => {
  const { state, deps } = draft;
  if (automatic || !ownValue(deps.catalogue.events, type)?.byCustomer) return;
  if (!signals.some(({ value }) => value < 0)) return;
  for (const [id, work] of Object.entries(state.tasks ?? {}))
    if (work.crowd !== undefined && isOpenWork(work)) setApart(draft, id, work);
};

/** What opened all that is open of somebody, where one event about everyone did. */
const crowdOfIncidents = ({ state, now, deps }: Draft): string | undefined => {
  const open = openIncidents(state, now, deps.catalogue.policy);
  const [first, ...others] = open.map((name) => state.incidents[name]?.crowd);
  return others.every((crowd) => crowd === first) ? first : undefined;
};

/** Of which event about everyone comes what enters a journey: it is one, or tells of what was promised because of one. */
export const crowdEntering = (
  { state, deps }: Draft,
  { type, crowd, fields }: Pick<IncomingEvent, 'type' | 'crowd' | 'fields'>,
): string | undefined => {
  if (ownValue(deps.catalogue.events, type)?.everyone) return crowd;
  if (!Object.hasOwn(PROMISE_EVENTS, type) || typeof fields.promise !== 'string') return undefined;
  return ownValue(state.enrolments, parseDecisionId(fields.promise).enrolment ?? '')?.crowd;
};

/** Of which event about everyone work comes: it began the journey, or what it opened stands in the way of a message. */
export const crowdOf = (draft: Draft, { crowd }: Enrolment, reason: string): string | undefined =>
  crowd ?? (reason === 'open-incident' ? crowdOfIncidents(draft) : undefined);
