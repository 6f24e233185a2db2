import { asTold } from '../../customer/model/as-told.ts';
import { isNegative } from '../../customer/model/facts.ts';
import { explainMood } from '../../explain/negative-mood.ts';
import { score } from '../../sentiment/mood.ts';
import { react } from '../react.ts';
import type { GateRow } from '../row.ts';

/** What we heard from them lately makes this the wrong time. */
export const negativeSentiment: GateRow = {
  decide: ({ state, copy, purpose, catalogue, now }) =>
    isNegative(state, now)
      ? react(
          copy?.whenNegative ?? catalogue.policy.purposes[purpose].whenNegative,
          'negative-sentiment',
          state.mood.negativeUntil,
        )
      : undefined,
  basis: ({ state, catalogue, now }) => ({
    score: Math.round(1000 * score(state.mood, now, catalogue.policy.mood)) / 1000,
  }),
  // What speaks for another mood is no reason for this one.
  evidence: ({ state }) =>
    state.evidence
      .filter(({ value }) => value < 0)
      .slice(-3)
      .map(asTold),
  words: 'something they told us lately was unhappy',
  explain: explainMood,
};
