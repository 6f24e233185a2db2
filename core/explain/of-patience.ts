import { type Asked, type Because, begunAt, copyOf, patienceEnds, policyOf } from './asked.ts';
import { duration, lasting, when } from './tell.ts';

/** What a hold came to when its patience was over: why it was held to the last, and how long it had waited. */
export const withPatience = (inner: Because, asked: Asked): Because => {
  const { at, zone } = asked;
  const patience = copyOf(asked)?.patience ?? policyOf(asked).patience;
  const begun = begunAt(asked);
  const ends = patienceEnds(asked);
  const waited = `It had waited since ${when(begun, zone)} (${lasting(at - Date.parse(begun))})`;
  const isOver = ends <= at;
  const told = isOver
    ? `${waited}; patience for it is ${duration(patience)}.`
    : `${waited}, and had been asked about as often as its journey can.`;
  const longer = isOver ? [`A longer patience would have let it wait on${stretch(inner, asked)}.`] : [];
  return {
    ...inner,
    rested: [told, ...inner.rested],
    otherwise: [...inner.otherwise, ...longer],
    named: { ...inner.named, patienceEnds: new Date(ends).toISOString() },
  };
};

/** How much longer, where its reason would have ended by itself. */
const stretch = ({ named: { ends } }: Because, { at, zone }: Asked): string =>
  ends === undefined || Date.parse(ends) <= at ? '' : `, at least until ${when(ends, zone)}`;

/** When patience for a hold is over, where its reason does not end before. */
export const patienceLeft = ({ named: { ends } }: Because, asked: Asked): string[] => {
  const over = patienceEnds(asked);
  if (ends !== undefined && Date.parse(ends) < over) return [];
  return [`Patience for it ends on ${when(over, asked.zone)}; it is not sent any more then.`];
};
