import type { Catalogue } from '../../../language/catalogue/catalogue.ts';

const WORDS: Record<string, string> = {
  holdout: 'left out to compare: the control group',
  'account-closed': 'they had closed their account',
  overtaken: 'no longer needed: what it was about had changed',
  'moment-retired': 'the message was retired',
  'no-channel': 'no address it could go to',
  bounced: 'their address sends messages back',
  complained: 'they had called a message unwanted',
  unsubscribed: 'they do not want messages like this, or never agreed to them',
  'data-not-shared': 'it would have used what they never told us',
  'journey-paused': 'the journey was paused',
  'paused-by-customer': 'they had pressed pause',
  'open-incident': 'something of theirs was still open',
  'negative-sentiment': 'they were unhappy',
  'frequency-cap': 'they had heard enough from us',
  gap: 'they had heard from us a little while ago',
  'quiet-hours': 'it was night where they are',
  window: 'not the time of day for it',
  'channel-busy': 'the sending service was busy',
  'channel-refused': 'the sending service refused it',
  'no-receipt': 'nobody knows whether it went out',
  reserved: 'it was being sent already',
  'unknown-type': 'of a type that events.yaml does not know',
  'no-customer': 'without a customer',
  schema: 'with a field that is missing or wrong',
  malformed: 'not in the shape of an event',
  'not-json': 'not JSON',
  'too-large': 'too large',
  stale: 'too old to act on',
};

/** The reason of a decision, or of an event not taken, as marketing operations read it. */
export const reasonInWords = (reason: string, { journeys }: Pick<Catalogue, 'journeys'>): string => {
  const of = (prefix: string): string | undefined =>
    reason.startsWith(prefix) ? reason.slice(prefix.length) : undefined;
  const waited = of('patience:');
  if (waited !== undefined) return `no better time came: ${reasonInWords(waited, { journeys })}`;
  const muting = of('muted-by:');
  if (muting !== undefined) return `something more important came first (${journeys[muting]?.title ?? muting})`;
  return WORDS[reason] ?? reason.replaceAll('-', ' ');
};
