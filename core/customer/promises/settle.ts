import { PROMISE } from '../../../language/catalogue/promise-events.ts';
import type { Trigger } from '../../../language/catalogue/trigger.ts';
import { holds } from '../../../language/expressions/condition.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import { closedIncident, openedIncident, trimIncidents } from '../commands/apply-incidents.ts';
import { type Draft, namesWith } from '../draft.ts';
import { type Happening, keptHappenings } from '../leave.ts';
import { shortId } from '../model/bound.ts';
import { runsOutAt } from '../model/incidents.ts';
import { hashAs, type MadePromise, type MadePromises } from '../model/promise.ts';
import { heardOf, toSecond } from '../occurrence.ts';
import { timeOfTimer } from '../standing.ts';
import { notePromise } from './note.ts';

/** The incident that a broken promise is, such as `promise:here-to-help`: one for all that a moment broke. */
export const incidentOf = ({ moment }: Pick<MadePromise, 'moment'>): string => `${PROMISE}:${shortId(moment)}`;

const isBroken = ({ next }: MadePromise): boolean => next === undefined;

const put = ({ state }: Draft, id: string, promise: MadePromise): void => {
  state.promises = { ...state.promises, [id]: promise };
};

const drop = ({ state }: Draft, id: string): void => {
  const { [id]: _, ...others } = state.promises ?? {};
  state.promises = Object.keys(others).length > 0 ? others : undefined;
};

/** Whether it happened once the promise was made, or while its message was held. What led to the message is of the second in which that began. */
const isInTurn = ({ made, since }: MadePromise, { at }: Happening): boolean =>
  toSecond(at) >= toSecond(made) || (since !== undefined && at > since);

/**
 * Whether an event keeps a promise: it is one that the moment names, and happened no earlier than that was in hand. Where the
 * moment promises nothing any more, any event of the types of then does.
 */
const keeps = async (draft: Draft, promise: MadePromise, happening: Happening): Promise<boolean> => {
  const { on, moment, event = {}, hashedAbove } = promise;
  if (!isInTurn(promise, happening)) return false;
  const triggers = ownValue(draft.deps.catalogue.moments, moment)?.promises?.kept;
  for (const { on: type, where } of triggers ?? on.map((type): Trigger => ({ on: type }))) {
    if (type !== happening.type) continue;
    const fields = hashedAbove === undefined ? heardOf(happening) : hashAs(heardOf(happening), event);
    if (!where || (await holds(where, namesWith(draft, event, fields)))) return true;
  }
  return false;
};

const keep = (draft: Draft, id: string, promise: MadePromise, { type: event, at }: Happening): void => {
  const wasBroken = isBroken(promise);
  const isLater = toSecond(at) < toSecond(draft.now);
  const status = wasBroken || at > promise.due ? 'kept-late' : 'kept';
  if (status === 'kept-late' && !wasBroken) breakPromise(draft, id, promise);
  notePromise(draft, id, promise, status, { event, ...(isLater && { happenedAt: iso(at) }) });
  drop(draft, id);
  if (status === 'kept-late') closeIncident(draft, promise, at);
};

/** It is over with the last of what the moment broke. */
const closeIncident = (draft: Draft, promise: MadePromise, at: number): void => {
  const { incidents, promises = {} } = draft.state;
  const name = incidentOf(promise);
  const isLeft = Object.values(promises).some((other) => isBroken(other) && incidentOf(other) === name);
  if (isLeft || !Object.hasOwn(incidents, name)) return;
  const closed = closedIncident(draft, name, Math.max(at, incidents[name]?.openedAt ?? 0));
  draft.state.incidents = { ...draft.state.incidents, [name]: closed };
};

const breakPromise = (draft: Draft, id: string, promise: MadePromise): void => {
  notePromise(draft, id, promise, 'broken');
  put(draft, id, { ...promise, next: undefined });
  const name = incidentOf(promise);
  draft.state.incidents = { ...draft.state.incidents, [name]: openedIncident(draft, name, promise.due) };
  trimIncidents(draft);
};

/** What an event keeps of what our messages promised. */
export const keepPromises = async (draft: Draft, happening: Happening): Promise<void> => {
  for (const [id, promise] of Object.entries(draft.state.promises ?? {}))
    if (await keeps(draft, promise, happening)) keep(draft, id, promise, happening);
};

/** What was kept already when a promise came into this item: by word that overtook the record, or that came under another id. */
const keepNew = async (draft: Draft, before: MadePromises): Promise<void> => {
  const promises = draft.state.promises ?? {};
  if (Object.keys(promises).every((id) => Object.hasOwn(before, id))) return;
  for (const happening of keptHappenings(draft)) await keepPromises(draft, happening);
};

/** The team is told once, and a promise breaks once; a broken one that may be kept late no more is forgotten. */
const passTime = (draft: Draft, id: string, promise: MadePromise): void => {
  const { now, deps } = draft;
  if (isBroken(promise)) {
    const until = runsOutAt(incidentOf(promise), { openedAt: promise.due }, deps.catalogue.policy);
    if (now >= until) drop(draft, id);
  } else if (now >= promise.due) breakPromise(draft, id, promise);
  else if (promise.next !== undefined && now >= promise.next && promise.next < promise.due) {
    notePromise(draft, id, promise, 'due-soon');
    put(draft, id, { ...promise, next: promise.due, timer: promise.timer + 1 });
  }
};

/** Every reduce asks so whether something has become of what was promised. `before`: the promises until then. */
export const settlePromises = async (draft: Draft, before: MadePromises = {}): Promise<void> => {
  const { state } = draft;
  if (!state.promises) return;
  if (state.promises !== before) await keepNew(draft, before);
  for (const [id, promise] of Object.entries(state.promises ?? {})) passTime(draft, id, promise);
};

/** Every reduce ends so: a timer for each promise about which there is something to do, and none was set yet. */
export const armPromises = ({ state, now }: Draft, before: MadePromises = {}): void => {
  for (const [id, { next, timer }] of Object.entries(state.promises ?? {})) {
    if (next === undefined || ownValue(before, id)?.timer === timer) continue;
    state.effects.push({ type: 'timer', enrolment: id, timer, due: next, at: timeOfTimer(next, now) });
  }
};
