import { iso } from '../time/instant.ts';
import { type ExplainContext, type Grounds, grounds, type Named, unsure } from './context.ts';
import { decisive, type Heard, heardIn, type MoodThen, moodAt, pullOf } from './mood.ts';
import { reactionInWords } from './reaction.ts';
import { list, mark, when } from './tell.ts';

/** How much is told of all that was heard. */
const MOST = 3;

/** `feedback.received on Tue 3 Mar 2026, 10:00 +01:00 (-0.77: scored 2 of 10 …)` */
const inWords = ({ event, at, signals }: Heard, zone: string): string => {
  const signs = signals.map(({ value, because }) => `${mark(value)}: ${because.replace(/\.$/, '')}`);
  return `${event} on ${when(at, zone)} (${signs.join('; ')})`;
};

const briefly = ({ event, at }: Heard, zone: string): string => `${event} of ${when(at, zone)}`;

const feeling = ({ score, quietUntil }: MoodThen, { catalogue, zone, at }: ExplainContext): string => {
  const { negative, strong } = catalogue.policy.mood;
  const limit = `at ${mark(negative)} and below it is negative`;
  if (score <= negative || quietUntil <= at) return `Mood was ${mark(score)}; ${limit}.`;
  const quiet = `a sign at ${mark(strong)} or below kept things quiet until ${when(quietUntil, zone)}`;
  return `Mood was ${mark(score)}; ${limit}, and ${quiet}.`;
};

/** Whether what is on record gives the mood that the decision rested on. */
const isWhole = ({ score, negative }: MoodThen, { decision: { basis } }: ExplainContext): boolean =>
  negative && (basis?.score === undefined || Math.abs(basis.score - score) < 0.002);

const otherwise = (without: Heard[], left: MoodThen, mood: MoodThen, { zone, catalogue }: ExplainContext): string[] => [
  `Without what ${list(without.map((one) => briefly(one, zone)))} told, mood would have been ${mark(left.score)}, above ${mark(catalogue.policy.mood.negative)}, and not in its way.`,
  `With nothing more heard it fades out of the way by itself, on ${when(mood.clears, zone)}.`,
];

/** Mood, computed again from what was heard by then. */
export const explainMood = (context: ExplainContext): Grounds => {
  const { before, at, zone, catalogue, decision } = context;
  const policy = catalogue.policy.mood;
  const events = heardIn(before);
  const mood = moodAt(events, at, policy);
  const weighty = events.toSorted((a, b) => pullOf(a, at, policy) - pullOf(b, at, policy)).slice(0, MOST);
  const evidence = weighty.map((one) => `Heard: ${inWords(one, zone)}.`);
  const recorded = decision.basis?.score;
  if (!isWhole(mood, context)) {
    const then = recorded === undefined ? 'It was negative then' : `It was ${mark(recorded)} then`;
    return unsure(
      `${then}, but what is on record comes to ${mark(mood.score)} by today's policy: something is missing, or the policy has changed.`,
      evidence,
      recorded === undefined ? {} : { score: recorded },
    );
  }
  const { without, left } = decisive(events, at, policy);
  const named: Named = {
    score: mood.score,
    heard: weighty.map(({ event, at: on, signals }) => ({
      event,
      at: iso(on),
      because: signals.map((one) => one.because),
    })),
    without: without.map(({ event, at: on }) => ({ event, at: iso(on), score: left.score })),
    ends: iso(mood.clears),
  };
  return grounds(
    [feeling(mood, context), ...evidence, reactionInWords(context, 'whenNegative')],
    otherwise(without, left, mood, context),
    named,
  );
};
