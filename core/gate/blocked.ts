import { consentKey } from '../customer/model/consent.ts';
import type { Basis } from '../customer/model/journal.ts';
import { iso } from '../time/instant.ts';
import { type Blocked, blockOf, topicRefused } from './reach.ts';
import type { DecidedMoment, Question } from './row.ts';
import { suppressed, type Verdict } from './verdict.ts';

/** The question whether no channel reaches them, for this reason. */
export const suppressedFor =
  (reason: Blocked) =>
  ({ reach: reached }: Question): Verdict | undefined =>
    'blocked' in reached && reached.blocked === reason ? suppressed(reason) : undefined;

/** Which channels did not reach them, or the topic that they do not want. */
export const basisOfReach = ({ state, copy, purpose, catalogue }: DecidedMoment): Basis => {
  if (copy === undefined) return {};
  const { topic, channels } = copy;
  const blocked: Basis['channels'] = {};
  for (const channel of channels) {
    const why = blockOf(state, channel, catalogue.policy);
    const at = state.unreachable[channel]?.at ?? state.consent[consentKey('channel', channel)]?.at;
    if (why !== undefined) blocked[channel] = { why, ...(why === 'no-channel' || !at ? {} : { at: iso(at) }) };
  }
  if (channels.every((channel) => blocked[channel])) return { channels: blocked };
  const { optIn } = catalogue.policy.purposes[purpose];
  if (topic === undefined || !topicRefused(state, topic, purpose, optIn)) return {};
  const { choice, at } = state.consent[consentKey('topic', topic)] ?? {};
  return { topic: { topic, ...(choice === 'withdrawn' && at ? { withdrawnAt: iso(at) } : {}) } };
};
