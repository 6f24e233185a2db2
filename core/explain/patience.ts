import { parseReason } from '../../language/catalogue/reason.ts';
import { iso } from '../time/instant.ts';
import {
  begunAt,
  channelWaits,
  copyOf,
  type ExplainContext,
  type Grounds,
  isPatienceKnown,
  patienceEnds,
  policyOf,
} from './context.ts';
import { duration, lasting, when } from './tell.ts';

/** What a hold came to when its patience was over: why it was held to the last, and how long it had waited. */
export const withPatience = (inner: Grounds, context: ExplainContext): Grounds => {
  const { at, zone } = context;
  const patience = copyOf(context)?.patience ?? policyOf(context).patience;
  const begun = begunAt(context);
  const waited = `It had waited since ${when(begun, zone)} (${lasting(at - Date.parse(begun))})`;
  const isOver = Date.parse(begun) + 1000 * patience <= at;
  const waitedForChannel = channelWaits(context).length > 0;
  // The record does not have every wait for a channel, but by then patience was over.
  const ends = isOver && waitedForChannel ? at : patienceEnds(context);
  const beside = waitedForChannel ? ', beside what it waited for its channel' : '';
  const limit = isOfBusyChannel(context)
    ? `patience for a busy channel is ${duration(patience)}`
    : `patience for it is ${duration(patience)}${beside}`;
  const sentence = isOver ? `${waited}; ${limit}.` : `${waited}; ${limit} now, and was less then.`;
  const longer = isOver ? [`A longer patience would have let it wait on${stretch(inner, context)}.`] : [];
  return {
    ...inner,
    rested: [sentence, ...inner.rested],
    otherwise: [...inner.otherwise, ...longer],
    named: { ...inner.named, patienceEnds: iso(ends) },
  };
};

const isOfBusyChannel = ({ decision }: ExplainContext): boolean =>
  parseReason(decision.reason)?.reason === 'channel-busy';

/** How much longer, where its reason would have ended by itself. */
const stretch = ({ named: { ends } }: Grounds, { at, zone }: ExplainContext): string =>
  ends === undefined || Date.parse(ends) <= at ? '' : `, at least until ${when(ends, zone)}`;

/** When patience for a hold is over, where its reason does not end before. A fault of our own ends none. */
export const patienceLeft = ({ named: { ends } }: Grounds, context: ExplainContext): string[] => {
  if (parseReason(context.decision.reason)?.reason === 'channel-down') return [];
  const over = patienceEnds(context);
  if (ends !== undefined && Date.parse(ends) < over) return [];
  const least = isPatienceKnown(context) ? '' : ' at the earliest';
  return [`Patience for it ends on ${when(over, context.zone)}${least}; it is not sent any more then.`];
};
