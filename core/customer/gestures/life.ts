import type { Gesture, NotGiven } from '../../../language/catalogue/gesture.ts';
import { evaluate } from '../../../language/expressions/condition.ts';
import { emitCaps, type WorkCap } from '../../gate/work-caps.ts';
import { ownValue } from '../../own-value.ts';
import { countWork } from '../count-work.ts';
import { type Draft, namesWith, note } from '../draft.ts';
import { bytesOf } from '../model/clip.ts';
import type { GestureRecord } from '../model/gesture.ts';
import type { GestureEntry } from '../model/journal.ts';
import { LIMITS } from '../model/limits.ts';
import { type HasCatalogue, stepOf } from '../standing.ts';
import { type Demand, demandsOf } from './budgets.ts';
import { type Giving, isGiving } from './is-giving.ts';
import { putGesture } from './records.ts';

/** What whoever commits has to reserve before the gesture is given. */
export interface GestureDemands {
  gesture: string;
  demands: Demand[];
}

/** The kind of a gesture, as the catalogue has it now. */
export const kindOfGesture = ({ deps }: HasCatalogue, { kind }: Pick<GestureRecord, 'kind'>): Gesture | undefined =>
  ownValue(deps.catalogue.gestures?.kinds ?? {}, kind);

type GestureChange = Partial<Pick<GestureEntry, 'note' | 'by' | 'emits'>>;

/** Puts a record that came to another state, and journals it. */
export const turnGesture = (draft: Draft, record: GestureRecord, change: GestureChange = {}): void => {
  putGesture(draft, record);
  noteGesture(draft, record, change);
};

/** Journals what a record came to. */
export const noteGesture = (draft: Draft, record: GestureRecord, change: GestureChange = {}): void => {
  const { id, kind, state, by, enrolment, from, why, counted } = record;
  const running = enrolment === undefined ? undefined : draft.state.enrolments[enrolment];
  // Who gave it stays known where another takes it back: the entries before say so.
  const who = change.by ?? by;
  const isOver = state === 'reversed' || (state === 'failed' && why !== 'unconfirmed');
  note(draft, {
    kind: 'gesture',
    gesture: id,
    of: kind,
    state,
    ...(who === undefined ? {} : { by: who }),
    ...(enrolment === undefined ? {} : { enrolment }),
    ...(running ? { journey: running.journey, step: running.at } : {}),
    ...(from === undefined ? {} : { from }),
    ...(why === undefined ? {} : { why }),
    ...(isOver && counted ? { frees: true as const } : {}),
    ...(change.note ? { note: change.note } : {}),
    ...(change.emits ? { emits: change.emits } : {}),
  });
};

/** What has to be reserved for an offer that is on record. */
export const gestureDemands = ({ deps }: Pick<Draft, 'deps'>, record: GestureRecord): GestureDemands => {
  const { catalogue } = deps;
  const demands = isGiving(catalogue) ? demandsOf(catalogue, record.kind, record) : [];
  return { gesture: record.id, demands };
};

/** Puts an offer on record, with what is taken of the customer's own budgets and caps from now on. */
export const offer = (
  draft: Draft,
  catalogue: Giving,
  about: Pick<GestureRecord, 'id' | 'kind' | 'by' | 'enrolment'>,
  caps: readonly WorkCap[],
): GestureRecord => {
  const cost = ownValue(catalogue.gestures.kinds, about.kind)?.cost ?? 0;
  const isCounted = demandsOf(catalogue, about.kind, { by: about.by, at: draft.now }).length > 0;
  countWork(draft, caps);
  return { ...about, state: 'offered', at: draft.now, cost, ...(isCounted ? { counted: true as const } : {}) };
};

/** What was not given, or was taken back, does not count for caps. */
export const uncount = (draft: Pick<Draft, 'state'> & HasCatalogue, record: GestureRecord): void => {
  const { state, deps } = draft;
  const running = state.enrolments[record.enrolment ?? ''];
  const step = running && stepOf(draft, running);
  const cap = step?.kind === 'give' ? step.cap : undefined;
  const place = { journey: running?.journey ?? '', step: running?.at ?? '', cap };
  const caps = emitCaps(kindOfGesture(draft, record)?.emit ?? '', place, deps.catalogue);
  for (const key of new Set(caps.map((each) => each.key))) {
    const times = ownValue(state.worked ?? {}, key);
    if (!times?.includes(record.at)) continue;
    state.worked = { ...state.worked, [key]: times.toSpliced(times.lastIndexOf(record.at), 1) };
  }
};

export const failGesture = (draft: Draft, record: GestureRecord, why: NotGiven, change: GestureChange = {}): void => {
  const { until: _, timed: __, sent, ...rest } = record;
  // Nobody knows whether it was done, and it may still be said: it is compared with that then.
  const isUnknown = why === 'unconfirmed';
  if (!isUnknown) uncount(draft, record);
  turnGesture(draft, { ...rest, ...(isUnknown && sent ? { sent } : {}), state: 'failed', why }, change);
};

/** Fields of the event that asks for it: what the kind says, then what the step says of fields that the event has. */
export const fieldsOf = async (
  draft: Draft,
  type: string,
  { with: inputs = {} }: Gesture,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>> => {
  const declared = ownValue(draft.deps.catalogue.events, type)?.fields ?? {};
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(inputs)) {
    const isExpression = typeof value === 'string' && value.startsWith('= ');
    values[name] = isExpression ? await evaluate(value.slice(2), namesWith(draft, {}, {})) : value;
  }
  const all = Object.entries({ ...values, ...more });
  return Object.fromEntries(all.filter(([name, value]) => value !== undefined && Object.hasOwn(declared, name)));
};

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && bytesOf(value) <= LIMITS.exact);

/** The gesture as given: another system is asked for it, in the same commit. */
export const asGiven = (
  { now }: Draft,
  record: GestureRecord,
  { confirmed }: Gesture,
  fields: Readonly<Record<string, unknown>>,
): GestureRecord => {
  const sent = Object.fromEntries(
    (confirmed?.reads ?? []).flatMap((name) => {
      const value = ownValue(fields, name);
      return isScalar(value) ? [[name, value]] : [];
    }),
  );
  return {
    ...record,
    state: confirmed ? 'given' : 'confirmed',
    ...(confirmed ? { until: now + confirmed.within * 1000 } : {}),
    ...(Object.keys(sent).length > 0 ? { sent } : {}),
  };
};

export const confirmGesture = (draft: Draft, record: GestureRecord): void => {
  const { until: _, timed: __, sent: ___, why: ____, ...rest } = record;
  turnGesture(draft, { ...rest, state: 'confirmed' });
};
