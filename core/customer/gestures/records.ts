import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import type { GestureRecord } from '../model/gesture.ts';
import { LIMITS } from '../model/limits.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import { quarterOf } from './period.ts';

/** What it costs is spent, or may be: of what nobody confirmed nobody knows. */
export const isSpent = ({ state, why }: GestureRecord): boolean =>
  state === 'failed' ? why === 'unconfirmed' : state !== 'reversed';

/** Whether it counts for what may be given now: in this quarter, or so lately that its kind is not given again. */
const counts = (record: GestureRecord, now: Millis, { policy, gestures }: Catalogue): boolean => {
  if (!isSpent(record)) return false;
  if (record.state === 'offered' || record.state === 'given') return true;
  if (quarterOf(record.at, policy.zone) === quarterOf(now, policy.zone)) return true;
  return now - record.at < 1000 * (ownValue(gestures?.kinds ?? {}, record.kind)?.again ?? 0);
};

/** Those that say what may be given now. */
export const countedGestures = ({ gestures = [] }: CustomerState, now: Millis, catalogue: Catalogue): GestureRecord[] =>
  gestures.filter((record) => counts(record, now, catalogue));

/** The newest, and of those first what counts: nobody is offered one for whose record there is no room. */
export const boundGestures = (records: GestureRecord[], now: Millis, catalogue: Catalogue): GestureRecord[] => {
  if (records.length <= LIMITS.gestures) return records;
  const [needed, others] = [true, false].map((is) => records.filter((one) => counts(one, now, catalogue) === is));
  const rest = others?.slice(-Math.max(0, LIMITS.gestures - (needed?.length ?? 0))) ?? [];
  const room = new Set([...(needed ?? []), ...((needed?.length ?? 0) < LIMITS.gestures ? rest : [])]);
  return records.filter((one) => room.has(one)).slice(-LIMITS.gestures);
};

/** Puts a record in place of the one of its id, or at the end. */
export const putGesture = ({ state, now, deps }: Draft, record: GestureRecord): void => {
  const others = state.gestures ?? [];
  const place = others.findIndex(({ id }) => id === record.id);
  const all = place < 0 ? [...others, record] : others.with(place, record);
  state.gestures = boundGestures(all, now, deps.catalogue);
};

export const gestureOf = ({ gestures = [] }: Pick<CustomerState, 'gestures'>, id: string): GestureRecord | undefined =>
  gestures.find((record) => record.id === id);

/** The gesture that was chosen at an enrolment, if there is one in the item that was not changed for another. */
export const chosenGesture = ({ gestures = [] }: CustomerState, enrolment: string): GestureRecord | undefined =>
  gestures.findLast(({ from, enrolment: own, state }) => from !== undefined && own === enrolment && state !== 'failed');
