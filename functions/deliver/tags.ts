import type { createSeal } from '../shared/seal.ts';
import type { Message } from './channel.ts';

type Seal = ReturnType<typeof createSeal>;

/** A provider's feedback on a message, by the tags that the message carried. */
export interface Tagged {
  customer: string;
  /** Its id. */
  decision: string;
}

/** A tag's value is ASCII letters, digits, `_` and `-`, at most so many. */
const MAX_TAG = 256;
const PARTS = ['c', 'c2', 'c3'] as const;

/** Says what was sealed, so that no other token of ours passes for it. */
const LABEL = 'feedback';

/** Tags that say whose message it is and about which decision. The customer's id is personal, so it is sealed. */
export const tagsOf = (
  { customer, enrolment, step, visit }: Message,
  { seal }: Pick<Seal, 'seal'>,
): Record<string, string> => {
  const sealed = seal(JSON.stringify([LABEL, customer]));
  const tags: Record<string, string> = { decision: `${enrolment}_${step}_${visit}`.slice(0, MAX_TAG) };
  for (const [index, name] of PARTS.entries()) {
    const part = sealed.slice(index * MAX_TAG, (index + 1) * MAX_TAG);
    if (part !== '') tags[name] = part;
  }
  return tags;
};

/** What the tags of a message say; undefined where it has none of ours. Throws `LinkForged` where they were changed. */
export const readTags = (
  tags: Record<string, string | undefined>,
  { open }: Pick<Seal, 'open'>,
): Tagged | undefined => {
  const sealed = PARTS.map((name) => tags[name] ?? '').join('');
  if (sealed === '' || tags.decision === undefined) return undefined;
  const [label, customer] = JSON.parse(open(sealed)) as [unknown, unknown];
  if (label !== LABEL || typeof customer !== 'string') return undefined;
  // Neither an enrolment's id, which is a hash, nor a step's has a `_`.
  return { customer, decision: tags.decision.replaceAll('_', '/') };
};
