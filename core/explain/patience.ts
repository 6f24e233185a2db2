import { iso } from '../time/instant.ts';
import { begunAt, copyOf, type ExplainContext, type Grounds, patienceEnds, policyOf } from './context.ts';
import { duration, lasting, when } from './tell.ts';

/** What a hold came to when its patience was over: why it was held to the last, and how long it had waited. */
export const withPatience = (inner: Grounds, context: ExplainContext): Grounds => {
  const { at, zone } = context;
  const patience = copyOf(context)?.patience ?? policyOf(context).patience;
  const begun = begunAt(context);
  const waited = `It had waited since ${when(begun, zone)} (${lasting(at - Date.parse(begun))})`;
  // The record does not have every wait for a channel: reckoned from it, patience may seem to end later than it did.
  const isOver = Date.parse(begun) + 1000 * patience <= at;
  const ends = isOver ? Math.min(patienceEnds(context), at) : patienceEnds(context);
  const limit = `patience for it is ${duration(patience)}`;
  const sentence = isOver ? `${waited}; ${limit}.` : `${waited}; ${limit} now, and was less then.`;
  const longer = isOver ? [`A longer patience would have let it wait on${stretch(inner, context)}.`] : [];
  return {
    ...inner,
    rested: [sentence, ...inner.rested],
    otherwise: [...inner.otherwise, ...longer],
    named: { ...inner.named, patienceEnds: iso(ends) },
  };
};

/** How much longer, where its reason would have ended by itself. */
const stretch = ({ named: { ends } }: Grounds, { at, zone }: ExplainContext): string =>
  ends === undefined || Date.parse(ends) <= at ? '' : `, at least until ${when(ends, zone)}`;

/** When patience for a hold is over, where its reason does not end before. */
export const patienceLeft = ({ named: { ends } }: Grounds, context: ExplainContext): string[] => {
  const over = patienceEnds(context);
  if (ends !== undefined && Date.parse(ends) < over) return [];
  return [`Patience for it ends on ${when(over, context.zone)}; it is not sent any more then.`];
};
