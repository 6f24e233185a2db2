import type { MoodPolicy } from '../../../language/catalogue/policy.ts';
import { isShared } from '../../gate/reach.ts';
import { ownValue } from '../../own-value.ts';
import { joinSums } from '../../sentiment/mood.ts';
import { setNegative } from '../commands/apply-signals.ts';
import type { Draft } from '../draft.ts';
import type { Attribute, Cleared } from '../model/attribute.ts';
import type { Mood } from '../model/mood.ts';
import type { CustomerState } from '../model/state.ts';

/** Of two records the union; `join` says what comes of what both have. */
export const union = <Value>(
  one: Record<string, Value> | undefined,
  other: Record<string, Value> | undefined,
  join: (one: Value, other: Value) => Value,
): Record<string, Value> => {
  const both = { ...one };
  for (const [name, value] of Object.entries(other ?? {})) {
    const own = ownValue(both, name);
    both[name] = own === undefined ? value : join(own, value);
  }
  return both;
};

/** The later of two times; undefined where there is none. */
export const later = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);

export const newer = <Value extends { at: number }>(one: Value, other: Value): Value =>
  other.at > one.at ? other : one;

/** Whether the other's fact takes the place of ours: it is newer, or as new and only ours may be used by copy. */
const overrides = (own: Cleared | undefined, other: Cleared): boolean =>
  !own || other.at > own.at || (other.at === own.at && isShared(own.provenance) && !isShared(other.provenance));

/** Both said the same: it has been so since it was said first. */
const joinValue = (one: Attribute, other: Attribute, stays: Attribute): Attribute => {
  const since = Math.min(one.since ?? one.at, other.since ?? other.at);
  return since < stays.at ? { ...stays, since } : stays;
};

/** Attributes, and what is known to be there no more. */
export const joinAttributes = (state: CustomerState, from: CustomerState): void => {
  const attributes: Record<string, Attribute> = { ...state.attributes };
  const cleared: Record<string, Cleared> = { ...state.cleared };
  for (const name of Object.keys({ ...from.attributes, ...from.cleared })) {
    const [value, gone] = [ownValue(from.attributes, name), ownValue(from.cleared ?? {}, name)];
    const other = value ?? gone;
    if (!other) continue;
    const own = ownValue(attributes, name);
    const isNew = overrides(own ?? ownValue(cleared, name), other);
    if (isNew) {
      delete attributes[name];
      delete cleared[name];
      if (value) attributes[name] = value;
      else if (gone) cleared[name] = gone;
    }
    if (own && value && own.value === value.value) attributes[name] = joinValue(own, value, isNew ? value : own);
  }
  state.attributes = attributes;
  if (Object.keys(cleared).length > 0) state.cleared = cleared;
  else delete state.cleared;
};

/** Mood before the evidence that either keeps; of one that keeps none all is before it. */
const joinBefore = (
  one: Pick<CustomerState, 'mood' | 'moodBefore'>,
  other: Pick<CustomerState, 'mood' | 'moodBefore'>,
  policy: MoodPolicy,
): Mood | undefined => {
  if (!one.moodBefore && !other.moodBefore) return undefined;
  return joinedMood(one.moodBefore ?? one.mood, other.moodBefore ?? other.mood, policy);
};

const joinedMood = (one: Mood, other: Mood, policy: MoodPolicy): Mood => {
  const strongAt = later(one.strongAt, other.strongAt);
  const liftedAt = later(one.liftedAt, other.liftedAt);
  return {
    ...joinSums(one, other, policy),
    quietUntil: Math.max(one.quietUntil, other.quietUntil),
    negativeUntil: Math.max(one.negativeUntil, other.negativeUntil),
    ...(strongAt === undefined ? {} : { strongAt }),
    ...(liftedAt === undefined ? {} : { liftedAt }),
  };
};

/** Mood as of one instant, with the evidence and the answers of both. A quiet that one asked for stays, until more is heard that lifts it. */
export const joinMood = (draft: Draft, from: CustomerState): void => {
  const { state, deps } = draft;
  const policy: MoodPolicy = deps.catalogue.policy.mood;
  const own = { mood: state.mood, moodBefore: state.moodBefore };
  state.mood = joinedMood(state.mood, from.mood, policy);
  setNegative(draft);
  const before = joinBefore(own, from, policy);
  if (before) state.moodBefore = before;
  state.evidence = [...state.evidence, ...from.evidence].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  state.answers = union(state.answers, from.answers, newer);
  const heardAt = later(state.lastHeardAt, from.lastHeardAt);
  if (heardAt !== undefined) state.lastHeardAt = heardAt;
};
