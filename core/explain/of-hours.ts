import { quietUntil, windowOpens } from '../time/hours.ts';
import { type Asked, type Because, copyOf, rests, untold } from './asked.ts';
import { clock, duration, when } from './tell.ts';

const spreadInWords = ({ catalogue }: Asked): string => {
  const spread = catalogue.policy.quietHours?.spread ?? 0;
  return spread > 0 ? `, and for each customer up to ${duration(spread)} later, so that not all goes out at once` : '';
};

const CHANGED = "By today's policy the time of day was right: the policy has changed since.";
const NO_ZONE = 'The record does not say whose hours counted.';

/** The hours in which they sleep, where they are. */
export const ofQuiet = (asked: Asked): Because => {
  const { decision, at, zone, catalogue } = asked;
  const there = decision.basis?.zone;
  const quiet = catalogue.policy.quietHours;
  if (there === undefined) return untold(NO_ZONE);
  const ends = quiet && quietUntil(at, there, quiet);
  if (!quiet || ends === undefined) return untold(CHANGED, [], { zone: there });
  return rests(
    [`It was ${clock(at, there)} in ${there}; quiet hours are from ${quiet.from} to ${quiet.to}.`],
    [
      `Between ${quiet.to} and ${quiet.from} it would not have waited for this; they end on ${when(ends, zone)}${spreadInWords(asked)}.`,
    ],
    { zone: there, ends: new Date(ends).toISOString() },
  );
};

/** The hours that suit the message. */
export const ofWindow = (asked: Asked): Because => {
  const { decision, at, zone } = asked;
  const there = decision.basis?.zone;
  const window = copyOf(asked)?.window;
  if (there === undefined) return untold(NO_ZONE);
  const opens = window && windowOpens(at, there, window);
  if (!window || opens === undefined) return untold(CHANGED, [], { zone: there });
  const days = window.days ? ` on ${window.days.join(', ')}` : '';
  return rests(
    [`It was ${clock(at, there)} in ${there}; this message goes out from ${window.from} to ${window.to}${days}.`],
    [
      `Within those hours it would not have waited for this; they begin on ${when(opens, zone)}${spreadInWords(asked)}.`,
    ],
    { zone: there, ends: new Date(opens).toISOString() },
  );
};
