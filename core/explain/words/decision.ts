import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { channelKind, isSendable } from '../../../language/catalogue/channel.ts';
import type { DecisionEntry } from '../../customer/model/journal.ts';
import { ownValue } from '../../own-value.ts';

/** A moment by its title, in quotes. */
export const nameOf = (moment: string, { moments }: Pick<Catalogue, 'moments'>): string =>
  `“${ownValue(moments, moment)?.title ?? moment}”`;

/** A journey by its title. */
export const titleOf = (journey: string, { journeys }: Pick<Catalogue, 'journeys'>): string =>
  ownValue(journeys, journey)?.title ?? journey;

const describeValues = (values: Record<string, unknown>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** What was decided, in a line. */
export const decisionInWords = (entry: DecisionEntry, catalogue: Pick<Catalogue, 'moments'>): string => {
  const { moment, channel, instead = '', with: values = {} } = entry;
  const name = nameOf(moment, catalogue);
  switch (entry.outcome) {
    case 'sent':
      if (channel === undefined) return `Gave ${moment}: ${describeValues(values)}`;
      if (!isSendable(channel))
        return entry.merged ? `A colleague has this already: ${name}` : `Asked a colleague: ${name}`;
      return `Sent ${name} ${channelKind(channel)?.sent ?? `by ${channel}`}`;
    case 'held':
      return `Held ${name}`;
    case 'replaced':
      return `Chose ${nameOf(instead, catalogue)} in place of ${name}`;
    case 'suppressed':
      return `Did not send ${name}`;
    case 'escalated':
      return entry.merged
        ? `Left it to the colleague who is asked already, in place of sending ${name}`
        : `Asked a colleague in place of sending ${name}`;
    case 'control':
      return `Left out ${name}`;
    case 'failed':
      return `Could not deliver ${name}`;
    case 'unknown':
      return `${name} may or may not have gone out`;
    case 'ended':
      return `${name} was not needed any more`;
  }
};
