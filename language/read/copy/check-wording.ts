import type { Declarations } from '../declarations.ts';
import { fieldNames } from '../events/check-events.ts';
import { reportBareNames, reportLeftovers } from './leftovers.ts';
import { type PrintedAddress, reportMarkup, reportPlain } from './markup.ts';
import type { Part } from './moment-text.ts';
import { asRead } from './without-liquid.ts';

/** Mail clients show about so much of a subject. */
const LONGEST_SUBJECT = 78;

/** Names that copy may print, to find those that stand in it without braces. */
export const namesInCopy = ({ events, attributes }: Declarations): Set<string> =>
  new Set([
    ...[...events.values()].flatMap((event) => [...fieldNames(event).keys()].map((name) => `event.${name}`)),
    ...[...attributes.keys(), 'tenureDays'].map((name) => `customer.${name}`),
  ]);

const checkSubject = ({ name, text, warn }: Part): void => {
  if (name !== 'subject') return;
  const words = asRead(withoutBranches(text), 'x').trim();
  const { length } = [...words];
  if (length > LONGEST_SUBJECT)
    warn(
      0,
      `a subject of ${length} letters or more: inboxes show ${LONGEST_SUBJECT}, and less on a phone; put the rest into a \`preheader\``,
    );
};

/** Without what stands in an `{% if %}`: the subject is at least so long. */
const withoutBranches = (text: string): string =>
  text.replace(/\{%-?\s*(if|unless|case)\b[\s\S]*?\{%-?\s*end\1\s*-?%\}/g, '');

/** Reports what customers would read that nobody meant them to; answers the addresses that Liquid prints. */
export const checkWording = (part: Part, names: ReadonlySet<string>, isPlain: boolean): PrintedAddress[] => {
  reportLeftovers(part);
  reportBareNames(part, names);
  checkSubject(part);
  if (!isPlain) return reportMarkup(part);
  reportPlain(part);
  return [];
};
