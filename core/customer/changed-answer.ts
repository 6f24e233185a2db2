import { Scale } from '../../language/catalogue/kind.ts';
import { type QuietBefore, type Signal, togetherAs, unhear } from '../sentiment/mood.ts';
import { iso } from '../time/instant.ts';
import { parseDecisionId } from './decision-id.ts';
import { type Draft, note } from './draft.ts';
import type { Answer } from './model/answer.ts';
import { shortId } from './model/bound.ts';
import type { IncomingEvent } from './model/incoming.ts';

/** The decision that an event answers, as a short id; undefined where it names none. */
const answeredDecision = ({ answers }: IncomingEvent['fields']): string | undefined =>
  typeof answers === 'string' && parseDecisionId(answers).visit !== undefined ? shortId(answers) : undefined;

/** What was answered to the same decision before, where that is the last answer on its scale: one question has one answer. */
export const answerBefore = ({ state }: Draft, { fields }: IncomingEvent): Answer | undefined => {
  const scale = Scale.safeParse(fields.scale);
  const to = answeredDecision(fields);
  const last = scale.success && typeof fields.score === 'number' ? state.answers[scale.data] : undefined;
  return to !== undefined && last?.to === to ? last : undefined;
};

/** What an earlier answer told of mood counts no more: the record says so with the same sign of the opposite weight. */
export const takeBack = (
  draft: Draft,
  event: string,
  { told: signal, at, before = { quietUntil: 0 } }: Answer,
): void => {
  if (!signal) return;
  const { state, deps } = draft;
  const { value, weight } = signal;
  state.mood = { ...state.mood, ...unhear(state.mood, { value, weight, at }, before, deps.catalogue.policy.mood) };
  const happenedAt = iso(at);
  note(draft, { kind: 'signal', event, happenedAt, value, weight: -weight, because: 'they changed their answer' });
  state.evidence = state.evidence.filter((one) => one.at !== happenedAt || one.event !== event);
};

/** Keeps an answer on a scale as a fact, if none is newer, with what a changed mind has to take back. */
export const keepAnswer = (
  { state }: Draft,
  { id, fields }: IncomingEvent,
  at: number,
  { signals, before, earlier }: { signals: Signal[]; before: QuietBefore; earlier: Answer | undefined },
): void => {
  const scale = Scale.safeParse(fields.scale);
  if (!scale.success || typeof fields.score !== 'number' || (state.answers[scale.data]?.at ?? 0) > at) return;
  const to = answeredDecision(fields);
  const { quietUntil, strongAt, liftedAt } = before;
  const quiet = {
    quietUntil,
    ...(strongAt === undefined ? {} : { strongAt }),
    ...(liftedAt === undefined ? {} : { liftedAt }),
  };
  const sum = togetherAs(signals);
  const changeable = {
    first: earlier?.first ?? { id, at },
    ...(sum ? { told: { value: sum.value, weight: sum.weight }, before: quiet } : {}),
  };
  const answer = { score: fields.score, at, ...(to === undefined ? {} : { to, ...changeable }) };
  state.answers = { ...state.answers, [scale.data]: answer };
};
