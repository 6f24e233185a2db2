import type { Reason } from '../../../language/catalogue/reason.ts';

/** What the gate says, so short that it fits beside a number. */
const SHORT: Record<Reason, string> = {
  holdout: 'in the control group',
  'account-closed': 'account closed',
  overtaken: 'overtaken by events',
  'moment-retired': 'moment retired',
  'task-cap': 'colleagues had it already',
  'emit-cap': 'given often enough',
  'no-gesture': 'no gesture was given',
  'no-channel': 'no way to reach them',
  bounced: 'address does not take it',
  complained: 'complained before',
  unsubscribed: 'do not want it',
  'only-necessary': 'want only what they must know',
  'data-not-shared': 'rests on what they did not tell us',
  protected: 'going through a hard time',
  'journey-paused': 'journey paused',
  'paused-by-customer': 'paused by themselves',
  'open-incident': 'something is open',
  'negative-sentiment': 'unhappy',
  'muted-by': 'another journey comes first',
  'frequency-cap': 'had enough',
  gap: 'too soon after the last',
  'asked-for-fewer': 'asked for fewer messages',
  'quiet-hours': 'quiet hours where they are',
  window: 'not its time of day',
  'channel-busy': 'channel busy',
  'channel-down': 'channel down',
  reserved: 'being sent',
  clear: 'nothing against it',
  'copy-failed': 'copy could not be written',
  'channel-refused': 'channel refused it',
  'no-receipt': 'nobody knows whether it went out',
  'enrolment-ended': 'journey over',
  'step-retired': 'step retired',
};

const shortOf = (code: string): string | undefined => Object.entries(SHORT).find(([reason]) => reason === code)?.[1];

const PATIENCE = 'patience:';
const MUTED_BY = 'muted-by:';

/** A code, such as `quiet-hours` or `muted-by:renewal`, as one reads it beside a number. */
export const codeInWords = (code: string): string => {
  if (code.startsWith(PATIENCE)) return `no better time came (${codeInWords(code.slice(PATIENCE.length))})`;
  if (code.startsWith(MUTED_BY)) return `${code.slice(MUTED_BY.length).replaceAll('-', ' ')} comes first`;
  return shortOf(code) ?? code.replaceAll('-', ' ');
};

/** An outcome as a backtest counts it: `sent`, or with its reason as `held:quiet-hours`. */
export const outcomeInWords = (outcome: string): string => {
  const at = outcome.indexOf(':');
  if (at < 0) return outcome.replaceAll('-', ' ');
  return `${outcome.slice(0, at)}: ${codeInWords(outcome.slice(at + 1))}`;
};

/** Codes and how often, the most frequent first. */
export const mostFirst = (byCode: Record<string, number>): [string, number][] =>
  Object.entries(byCode).sort(([a, many], [b, more]) => more - many || a.localeCompare(b));
