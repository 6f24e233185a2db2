import { Channel } from '../../../language/catalogue/channel.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import { readWord } from '../../../language/catalogue/scalar-field.ts';
import { evaluate } from '../../../language/expressions/condition.ts';
import type { Draft } from '../draft.ts';
import { consentKey } from '../model/consent.ts';
import { LIMITS } from '../model/limits.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import { markAddress, markTopic } from './mark-address.ts';

/** What a customer chose to hear about, or by which way. */
export interface ConsentChoice {
  kind: 'topic' | 'channel';
  id: string;
  choice: 'granted' | 'withdrawn';
}

/** The same, and what may be counted of theirs. */
type AnyChoice = Omit<ConsentChoice, 'kind'> & { kind: ConsentChoice['kind'] | 'measure' };

/** Whether it was said before the last of their ids became one with the others: nobody knows any more by which, so it makes nothing laxer. */
export const isBeforeMerge = ({ mergedAt = 0 }: Pick<CustomerState, 'mergedAt'>, at: Millis): boolean => at <= mergedAt;

/** The newest choice counts; of two at one time the stricter. A channel granted again is open to us again. */
export const choose = (draft: Draft, { kind, id, choice }: AnyChoice, at: Millis): void => {
  const { state } = draft;
  const key = consentKey(kind, id);
  const current = state.consent[key];
  if (current && (current.at > at || (current.at === at && current.choice === 'withdrawn'))) return;
  if (current?.choice === 'withdrawn' && choice === 'granted' && isBeforeMerge(state, at)) return;
  state.consent = { ...state.consent, [key]: { choice, at } };
  if (kind === 'topic') markTopic(draft, id, { choice, at });
  const channel = kind === 'channel' ? Channel.safeParse(id).data : undefined;
  const failed = channel && state.unreachable[channel];
  const isForgiven =
    choice === 'granted' && failed?.why === 'complained' && failed.at < at && !isBeforeMerge(state, at);
  if (channel && isForgiven) reopen(state, channel);
  if (channel) markAddress(draft, channel, { about: 'channel', choice, at });
  trimConsent(draft);
};

/** Takes a channel for one that reaches them again. */
export const reopen = (state: CustomerState, channel: Channel): void => {
  const { [channel]: _, ...others } = state.unreachable;
  state.unreachable = others;
};

/** What an event of the customer's says about a topic or a channel. */
export const applyConsent = async (
  draft: Draft,
  { consent }: EventType,
  at: Millis,
  names: Record<string, unknown>,
): Promise<void> => {
  if (!consent) return;
  const choice = await evaluate(consent.choice, names);
  if (choice !== 'granted' && choice !== 'withdrawn') return;
  for (const kind of ['topic', 'channel', 'measure'] as const) {
    const source = consent[kind];
    const result = source && (await evaluate(source, names));
    if (result !== undefined) choose(draft, { kind, id: asKnown(draft, kind, String(result)), choice }, at);
  }
};

/** A topic or channel by the name that we have for it: a no to `Offers ` is one to `offers`. */
const asKnown = ({ deps }: Draft, kind: AnyChoice['kind'], id: string): string => {
  if (kind === 'measure') return id;
  const names = kind === 'topic' ? Object.keys(deps.catalogue.policy.topics) : Channel.options;
  return readWord(id.trim(), names) ?? id;
};

/** Channels and topics that we know stay; of other names the latest do. */
export const trimConsent = ({ state, deps }: Draft): void => {
  const current = [
    ...Object.keys(deps.catalogue.policy.topics).map((topic) => consentKey('topic', topic)),
    ...CHANNELS,
    MEASURING,
  ];
  const others = Object.keys(state.consent).filter((name) => !current.includes(name));
  const newest = others.sort((a, b) => (state.consent[b]?.at ?? 0) - (state.consent[a]?.at ?? 0));
  for (const name of newest.slice(LIMITS.consents)) delete state.consent[name];
};

const MEASURING = consentKey('measure', 'clicks');
const CHANNELS = Channel.options.map((channel) => consentKey('channel', channel));
