import { isSocial } from '../../../language/catalogue/purpose.ts';
import { grounds, unsure } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import { iso } from '../../time/instant.ts';
import type { DecidedMoment, GateRow } from '../row.ts';
import { suppressed } from '../verdict.ts';

/** In seconds, where the policy does not say. */
const LASTS = 90 * 86_400;

type Asked = Pick<DecidedMoment, 'state' | 'catalogue' | 'now'>;

/** What asks for care alone: an attribute that stands, or an event that is not long past. */
export const protectedBy = ({ state, catalogue, now }: Asked): { event: string; at: number } | undefined => {
  const attribute = Object.values(state.attributes).find(({ sensitive, value }) => sensitive && value !== false);
  if (attribute) return { event: attribute.event, at: attribute.at };
  const lasts = catalogue.policy.sensitive?.lasts ?? LASTS / catalogue.pace;
  const { protectedBy: event } = state;
  return event && event.at + lasts * 1000 > now ? event : undefined;
};

/** Bereavement, hardship, illness: nothing goes out that wants something of them. */
export const protectedByCare: GateRow = {
  decide: (question) =>
    isSocial(question.purpose) && protectedBy(question) !== undefined ? suppressed('protected') : undefined,
  basis: (decided) => {
    const by = protectedBy(decided);
    return by ? { happened: { event: by.event, at: iso(by.at) } } : {};
  },
  words: 'something hard has happened to them, so only care goes out',
  explain: ({ decision, zone }) => {
    const { event, at } = decision.basis?.happened ?? {};
    if (event === undefined || at === undefined) return unsure('The record does not say what it was.');
    return grounds(
      [`${event} of ${when(at, zone)} is sensitive: for as long as it stands, only care and what is owed goes out.`],
      [
        'Once what it set is cleared or false, and after the time that policy.yaml gives under `sensitive`, this would not have been in its way.',
      ],
      { event },
    );
  },
};
