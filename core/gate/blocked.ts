import { consentKey } from '../customer/model/consent.ts';
import type { Basis } from '../customer/model/journal.ts';
import type { CustomerState } from '../customer/model/state.ts';
import { iso } from '../time/instant.ts';
import { type Blocked, blocksOf, topicRefused } from './reach.ts';
import type { DecidedMoment, Question } from './row.ts';
import { suppress, type Verdict } from './verdict.ts';

/** The question whether no channel reaches them, for this reason. */
export const suppressedFor =
  (reason: Blocked) =>
  ({ reach: reached }: Question): Verdict | undefined =>
    'blocked' in reached && reached.blocked === reason ? suppress(reason) : undefined;

/** Which channels did not reach them, and the topic that they do not want. */
export const basisOfReach = ({ state, copy, purpose, catalogue }: DecidedMoment): Basis => {
  if (copy === undefined) return {};
  const { topic, channels } = copy;
  const blocked: Basis['channels'] = {};
  for (const channel of channels) {
    const [why, ...also] = blocksOf(state, channel, catalogue.policy);
    const at = state.unreachable[channel]?.at ?? state.consent[consentKey('channel', channel)]?.at;
    if (why !== undefined)
      blocked[channel] = {
        why,
        ...(why === 'no-channel' || !at ? {} : { at: iso(at) }),
        ...(also.length > 0 ? { also } : {}),
      };
  }
  const { optIn } = catalogue.policy.purposes[purpose];
  return {
    ...(channels.every((channel) => blocked[channel]) ? { channels: blocked } : {}),
    ...(topic !== undefined && topicRefused(state, topic, purpose, optIn) ? { topic: topicOf(state, topic) } : {}),
  };
};

const topicOf = (state: CustomerState, topic: string): NonNullable<Basis['topic']> => {
  const { choice, at } = state.consent[consentKey('topic', topic)] ?? {};
  return { topic, ...(choice === 'withdrawn' && at ? { withdrawnAt: iso(at) } : {}) };
};
