import type { DecisionEntry, JournalEntry } from '../../../functions/customer/journal.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { reasonInWords } from '../../reason.ts';

/** How an entry looks: what reached the customer, what was kept from them, what a person does, how they felt, the rest. */
export type Tone = 'sent' | 'held' | 'stopped' | 'person' | 'good' | 'bad' | 'plain';

export interface Words {
  tone: Tone;
  /** What happened, in a line. */
  title: string;
  /** For marketing: the reason, or what came before. */
  reason?: string;
  /** What the customer reads if they ask why. */
  because?: string;
  /** When a held message is looked at again. */
  until?: string;
}

const CHANNELS = { email: 'by email', sms: 'by text message', inbox: 'to their inbox', agent: 'to a colleague' };

const nameOf = (moment: string, { moments }: Catalogue): string =>
  Object.hasOwn(moments, moment) ? `“${moments[moment]?.title ?? moment}”` : `“${moment}”`;

const titleOf = (journey: string, { journeys }: Catalogue): string => journeys[journey]?.title ?? journey;

const given = (values: Record<string, unknown>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

const decision = (entry: DecisionEntry, catalogue: Catalogue): Words => {
  const { moment, channel, instead, reason, because, until } = entry;
  const name = nameOf(moment, catalogue);
  const why = { reason: reasonInWords(reason, catalogue), because };
  switch (entry.outcome) {
    case 'sent':
      if (channel === undefined) return { tone: 'sent', title: `Gave ${moment}: ${given(entry.with ?? {})}`, because };
      if (channel === 'agent') return { tone: 'person', title: `Asked a colleague: ${name}`, because };
      return { tone: 'sent', title: `Sent ${name} ${CHANNELS[channel]}`, because };
    case 'held':
      return { tone: 'held', title: `Held ${name}`, ...why, ...(until === undefined ? {} : { until }) };
    case 'replaced':
      return { tone: 'held', title: `Chose ${nameOf(instead ?? '', catalogue)} in place of ${name}`, ...why };
    case 'suppressed':
      return { tone: 'stopped', title: `Did not send ${name}`, ...why };
    case 'escalated':
      return { tone: 'person', title: `Asked a colleague in place of sending ${name}`, ...why };
    case 'control':
      return { tone: 'stopped', title: `Left out ${name}`, ...why };
    case 'failed':
      return { tone: 'stopped', title: `Could not deliver ${name}`, ...why };
    case 'unknown':
      return { tone: 'stopped', title: `${name} may or may not have gone out`, ...why };
    case 'ended':
      return { tone: 'plain', title: `${name} was not needed any more`, because };
  }
};

const ENDED: Record<string, string> = {
  finished: 'came to its end',
  exit: 'ended early, as it should',
  goal: 'ended with its goal',
  farewell: 'ended with the account',
  expired: 'ran out of time',
  'journey-retired': 'was retired',
};

const DELIVERY = {
  delivered: 'A message arrived',
  bounced: 'A message came back: the address does not take it',
  complained: 'They called a message unwanted',
  replied: 'They answered a message',
};

/** A sentence, from words that may begin small. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;

/** A journal entry as people say it. */
export const wordsOf = (entry: JournalEntry, catalogue: Catalogue): Words => {
  switch (entry.kind) {
    case 'signal': {
      const { value, because } = entry;
      const [tone, sign] = value < 0 ? (['bad', 'A bad sign'] as const) : (['good', 'A good sign'] as const);
      return value === 0
        ? { tone: 'plain', title: `A neutral sign (${signed(0)})`, reason: capital(because) }
        : { tone, title: `${sign} (${signed(value)})`, reason: capital(because) };
    }
    case 'entered': {
      const control = entry.arms[entry.journey] === 'control' ? ', in the control group' : '';
      return {
        tone: 'plain',
        title: `Entered ${titleOf(entry.journey, catalogue)}${control}`,
        reason: `after ${entry.event}`,
      };
    }
    case 'not-entered':
      return { tone: 'plain', title: `Did not enter ${titleOf(entry.journey, catalogue)}`, because: entry.because };
    case 'goal':
      return {
        tone: 'good',
        title: `Reached the goal of ${titleOf(entry.journey, catalogue)}`,
        reason: `by ${entry.event}`,
      };
    case 'ended':
      return { tone: 'plain', title: `${titleOf(entry.journey, catalogue)} ${ENDED[entry.reason] ?? 'ended'}` };
    case 'delivery':
      return { tone: entry.status === 'replied' ? 'good' : 'plain', title: DELIVERY[entry.status] };
    case 'rejected':
      return { tone: 'stopped', title: 'An event was not taken', reason: entry.message };
    case 'decision':
      return decision(entry, catalogue);
  }
};
