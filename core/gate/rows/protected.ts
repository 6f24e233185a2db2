import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { isSocial } from '../../../language/catalogue/purpose.ts';
import type { Millis } from '../../customer/model/millis.ts';
import { type ExplainContext, grounds, inItsWay, unsure } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import type { DecidedMoment, GateRow } from '../row.ts';
import { suppress } from '../verdict.ts';

/** In seconds, where the policy does not say. */
const LASTS = 90 * 86_400;

/** How long after a sensitive event, in milliseconds. */
const lastsIn = ({ policy, pace }: Pick<Catalogue, 'policy' | 'pace'>): Millis =>
  (policy.sensitive?.lasts ?? LASTS / pace) * 1000;

type CustomerNow = Pick<DecidedMoment, 'state' | 'catalogue' | 'now'>;

/** What asks for care alone: an attribute that stands, or an event that is not long past. */
export const protectedBy = ({ state, catalogue, now }: CustomerNow): { event: string; at: number } | undefined => {
  const attribute = Object.values(state.attributes).find(({ sensitive, value }) => sensitive && value !== false);
  if (attribute) return { event: attribute.event, at: attribute.at };
  const { protectedBy: event } = state;
  return event && event.at + lastsIn(catalogue) > now ? event : undefined;
};

/** What has to be over, by today's catalogue: the time after a sensitive event, and what a sensitive field of it set. */
const endOf = (event: string, happenedAt: string, { catalogue, at, zone }: ExplainContext) => {
  const type = ownValue(catalogue.events, event);
  const over = Date.parse(happenedAt) + lastsIn(catalogue);
  const isTimed = type?.sensitive === true && over > at;
  const isFact = !isTimed || Object.values(type.fields).some(({ sensitive }) => sensitive === true);
  const cleared = isFact ? ['once what it set is cleared or false'] : [];
  const words = [...cleared, ...(isTimed ? [`after ${when(over, zone)}`] : [])].join(' and ');
  return { words: words.charAt(0).toUpperCase() + words.slice(1), ...(isFact ? {} : { ends: iso(over) }) };
};

/** Bereavement, hardship, illness: nothing goes out that wants something of them. */
export const protectedByCare: GateRow = {
  decide: (question) =>
    isSocial(question.purpose) && protectedBy(question) !== undefined ? suppress('protected') : undefined,
  basis: (decided) => {
    const by = protectedBy(decided);
    return by ? { happened: { event: by.event, at: iso(by.at) } } : {};
  },
  words: 'something hard has happened to them, so only care goes out',
  explain: (context) => {
    const { decision, zone } = context;
    const { event, at } = decision.basis?.happened ?? {};
    if (event === undefined || at === undefined) return unsure('The record does not say what it was.');
    const { words, ...ends } = endOf(event, at, context);
    return grounds(
      [`${event} of ${when(at, zone)} is sensitive: for as long as it stands, only care and what is owed goes out.`],
      [`${words}, ${inItsWay(context)}.`],
      { event, ...ends },
    );
  },
};
