import { Scale } from '../../../language/catalogue/kind.ts';
import { addSignal, clearsAt } from '../../sentiment/mood.ts';
import { parseDecisionId } from '../decision-id.ts';
import { type Draft, note } from '../draft.ts';
import { shortId } from '../model/bound.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { LIMITS } from '../model/state.ts';

/** Evidence of mood, counted from when it happened; and the answer to a survey, kept as a fact. */
export const applySignals = (draft: Draft, event: IncomingEvent): void => {
  const { state, deps } = draft;
  const policy = deps.catalogue.policy.mood;
  const at = Date.parse(event.at);
  for (const { value, weight, because } of event.signals) {
    const before = state.mood;
    const sums = addSignal({ s: before.s, w: before.w, at: before.at }, { value, weight, at }, policy);
    const quietUntil = value <= policy.strong ? at + policy.quietAfter * 1000 : 0;
    state.mood = { ...sums, quietUntil: Math.max(before.quietUntil, quietUntil), negativeUntil: before.negativeUntil };
    setNegative(draft);
    const late = at < draft.now ? { happenedAt: event.at } : {};
    note(draft, { kind: 'signal', event: event.type, ...late, value, weight, because });
    const all = [...state.evidence, { at: event.at, event: event.type, value, because }];
    state.evidence = all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  }
  if (state.evidence.length > LIMITS.evidence) state.evidence = state.evidence.slice(-LIMITS.evidence);
  keepAnswer(draft, event, at);
};

/** When mood stops being negative; where it is not any more, when it stopped. */
export const setNegative = ({ state, now, deps }: Draft): void => {
  const { mood } = state;
  const until = Math.max(clearsAt(mood, now, deps.catalogue.policy.mood), mood.quietUntil);
  // A strong word that came late may have asked for a quiet that is over by now: it ended then.
  mood.negativeUntil = until > now ? until : Math.min(Math.max(mood.negativeUntil, mood.quietUntil), now);
};

const keepAnswer = ({ state }: Draft, { fields }: IncomingEvent, at: number): void => {
  const scale = Scale.safeParse(fields.scale);
  if (!scale.success || typeof fields.score !== 'number' || (state.answers[scale.data]?.at ?? 0) > at) return;
  const { answers } = fields;
  const to =
    typeof answers === 'string' && parseDecisionId(answers).visit !== undefined ? { to: shortId(answers) } : {};
  state.answers = { ...state.answers, [scale.data]: { score: fields.score, at, ...to } };
};
