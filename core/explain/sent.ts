import { isSendable } from '../../language/catalogue/channel.ts';
import { isSocial } from '../../language/catalogue/purpose.ts';
import { decisionId } from '../customer/decision-id.ts';
import { ownValue } from '../own-value.ts';
import {
  begunAt,
  copyOf,
  type ExplainContext,
  type Grounds,
  grounds,
  isDecision,
  policyOf,
  sameStep,
} from './context.ts';
import { countedIn } from './frequency.ts';
import { windowInWords } from './hours.ts';
import { heardIn, moodAt } from './mood.ts';
import { duration, lasting, mark, rate, when } from './tell.ts';
import { nameOf } from './words/decision.ts';

/** Mood so near to negative is worth a word. */
const NEAR = 0.15;

const byMood = (context: ExplainContext): string[] => {
  const { before, at, catalogue, decision } = context;
  const { negative } = catalogue.policy.mood;
  const mood = moodAt(heardIn(before), at, catalogue.policy.mood);
  if (mood.negative) {
    const what = mood.score <= negative ? `negative (${mark(mood.score)})` : `${mark(mood.score)} after a strong sign`;
    return [`Mood was ${what}; ${nameOf(decision.moment, catalogue)} goes out all the same.`];
  }
  if (mood.score - negative > NEAR) return [];
  const just = mark(mood.score) === mark(negative) ? 'just above ' : '';
  return [`Mood was ${just}${mark(mood.score)}; at ${mark(negative)} and below it is negative.`];
};

const byCap = (context: ExplainContext): string[] => {
  const { decision, at } = context;
  const cap = policyOf(context).cap;
  if (!isSocial(decision.purpose) || !cap || cap.count < 2) return [];
  const within = countedIn(context).filter(
    (one) => one.purpose === decision.purpose && Date.parse(one.at) + cap.seconds * 1000 > at,
  );
  if (within.length !== cap.count - 1) return [];
  return [`It took the last slot of ${rate(cap)} of ${decision.purpose} messages.`];
};

const byGap = (context: ExplainContext): string[] => {
  const { decision, at, catalogue } = context;
  const { gap } = catalogue.policy;
  const last = isSocial(decision.purpose) && countedIn(context).find(({ purpose }) => isSocial(purpose));
  const since = last ? at - Date.parse(last.at) : Number.POSITIVE_INFINITY;
  return since < 1.25 * gap * 1000
    ? [`The message before it went out ${lasting(since)} earlier; the gap is ${duration(gap)}.`]
    : [];
};

/** What it was held for before it went out; the hours are those that its copy says today. */
const heldFor = (context: ExplainContext, reason: string): string => {
  const window = reason === 'window' ? copyOf(context)?.window : undefined;
  return `; the last reason: ${context.inWords(reason)}${window ? `, which is ${windowInWords(window)}` : ''}`;
};

const explainWait = (context: ExplainContext): string[] => {
  const { before, decision, at, zone } = context;
  const begun = begunAt(context);
  if (begun === decision.at) return [];
  const last = before.filter(isDecision).findLast((one) => sameStep(one, decision));
  const why = last?.outcome === 'held' ? heldFor(context, last.reason) : '';
  return [`It had waited since ${when(begun, zone)} (${lasting(at - Date.parse(begun))})${why}.`];
};

/** Work that a colleague has already is not given twice. */
const mergedInto = ({ before, decision: { merged }, zone }: ExplainContext): string => {
  const earlier = before.filter(isDecision).findLast((one) => decisionId(one) === merged);
  const since = earlier ? ` since ${when(earlier.at, zone)}` : '';
  return `The same work has been with a colleague${since}, and has not been done yet: nobody is asked twice, and the journey goes by what becomes of it.`;
};

/** Who gets an event of ours: a journey of care leaves nobody out. */
const toWhom = ({ decision, catalogue }: ExplainContext): string =>
  isSocial(ownValue(catalogue.journeys, decision.journey)?.purpose ?? 'care')
    ? 'to everybody but the control group'
    : 'to everybody';

/** What went out: nothing spoke against it, though some of it may have been close. */
export const explainSent = (context: ExplainContext): Grounds => {
  const { channel } = context.decision;
  if (channel === undefined) {
    return grounds([`An event of ours is sent once, as often as its caps allow, ${toWhom(context)}.`], []);
  }
  if (context.decision.merged !== undefined) return grounds([mergedInto(context)], []);
  if (!isSendable(channel)) {
    return grounds(
      [
        'Work for a person is asked only the first questions of the gate, and none spoke against it.',
        ...explainWait(context),
      ],
      [],
    );
  }
  const { chosenFor = [], excused } = context.decision;
  const accounts = [
    ...chosenFor.map((reason) => `A fact that they did not tell us chose them, and the moment says why: ${reason}`),
    ...(excused === undefined
      ? []
      : [`Its copy says what ${context.decision.purpose} copy mostly may not, and why: ${excused}`]),
  ];
  const close = copyOf(context) ? [...byMood(context), ...byCap(context), ...byGap(context)] : [];
  return grounds(['Nothing spoke against it.', ...explainWait(context), ...accounts, ...close], []);
};
