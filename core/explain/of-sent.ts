import { isSendable } from '../../language/catalogue/channel.ts';
import { isSocial } from '../gate/caps.ts';
import { type Asked, type Because, begunAt, copyOf, isDecision, policyOf, rests, sameStep } from './asked.ts';
import { heardIn, moodAt } from './mood.ts';
import { countedIn } from './of-frequency.ts';
import { duration, lasting, mark, rate, when } from './tell.ts';
import { nameOf } from './words/decision.ts';

/** Mood so near to negative is worth a word. */
const NEAR = 0.15;

const byMood = (asked: Asked): string[] => {
  const { before, at, catalogue, decision } = asked;
  const { negative } = catalogue.policy.mood;
  const mood = moodAt(heardIn(before), at, catalogue.policy.mood);
  if (mood.negative) {
    return [`Mood was negative (${mark(mood.score)}); ${nameOf(decision.moment, catalogue)} goes out all the same.`];
  }
  if (mood.score - negative > NEAR) return [];
  const just = mark(mood.score) === mark(negative) ? 'just above ' : '';
  return [`Mood was ${just}${mark(mood.score)}; at ${mark(negative)} and below it is negative.`];
};

const byCap = (asked: Asked): string[] => {
  const { decision, at } = asked;
  const cap = policyOf(asked).cap;
  if (!isSocial(decision.purpose) || !cap || cap.count < 2) return [];
  const within = countedIn(asked).filter(
    (one) => one.purpose === decision.purpose && Date.parse(one.at) + cap.seconds * 1000 > at,
  );
  if (within.length !== cap.count - 1) return [];
  return [`It took the last slot of ${rate(cap)} of ${decision.purpose} messages.`];
};

const byGap = (asked: Asked): string[] => {
  const { decision, at, catalogue } = asked;
  const { gap } = catalogue.policy;
  const last = isSocial(decision.purpose) && countedIn(asked).find(({ purpose }) => isSocial(purpose));
  const since = last ? at - Date.parse(last.at) : Number.POSITIVE_INFINITY;
  return since < 1.25 * gap * 1000
    ? [`The message before it went out ${lasting(since)} earlier; the gap is ${duration(gap)}.`]
    : [];
};

const waited = (asked: Asked): string[] => {
  const { before, decision, at, zone } = asked;
  const begun = begunAt(asked);
  if (begun === decision.at) return [];
  const last = before.filter(isDecision).findLast((one) => sameStep(one, decision));
  const why = last?.outcome === 'held' ? `, at last for ${last.reason}` : '';
  return [`It had waited since ${when(begun, zone)} (${lasting(at - Date.parse(begun))})${why}.`];
};

/** What went out: nothing spoke against it, though some of it may have been close. */
export const ofSent = (asked: Asked): Because => {
  const { channel } = asked.decision;
  if (channel === undefined) {
    return rests(['A gesture is given once, to everybody but the control group.'], []);
  }
  if (!isSendable(channel)) {
    return rests(
      ['Work for a person is asked only the first questions of the gate, and none spoke against it.', ...waited(asked)],
      [],
    );
  }
  const close = copyOf(asked) ? [...byMood(asked), ...byCap(asked), ...byGap(asked)] : [];
  return rests(['Nothing spoke against it.', ...waited(asked), ...close], []);
};
