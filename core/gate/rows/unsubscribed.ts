import { explainReach } from '../../explain/reach.ts';
import { basisOfReach, suppressedFor } from '../blocked.ts';
import { topicRefused } from '../reach.ts';
import type { GateRow } from '../row.ts';
import { suppress } from '../verdict.ts';

const byChannel = suppressedFor('unsubscribed');

/** They left a channel or a topic, or never agreed where the policy asks them to. */
export const unsubscribed: GateRow = {
  decide: (question) => {
    const { state, copy, purpose, catalogue } = question;
    const { optIn } = catalogue.policy.purposes[purpose];
    const isRefused = topicRefused(state, copy?.topic, purpose, optIn);
    return byChannel(question) ?? (isRefused ? suppress('unsubscribed') : undefined);
  },
  basis: basisOfReach,
  words: 'they do not want messages like this, or never agreed to them',
  explain: explainReach,
};
