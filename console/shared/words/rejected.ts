/** Why an event was not taken, so short that it fits beside a number. */
const SHORT: Record<string, string> = {
  'unknown-type': 'of an unknown type',
  'no-customer': 'without a customer',
  schema: 'a field is missing or wrong',
  malformed: 'not in the shape of an event',
  'not-json': 'not JSON',
  'too-large': 'too large',
  'too-deep': 'too deep',
  forged: 'in our name, and not from us',
  'untrusted-source': 'from a source that may not send it',
  expression: 'a value that no expression can work with',
  stale: 'too old to act on',
  task: 'about work that was over or taken',
};

export const rejectedInWords = (reason: string): string =>
  Object.hasOwn(SHORT, reason) ? (SHORT[reason] ?? reason) : reason.replaceAll('-', ' ');
