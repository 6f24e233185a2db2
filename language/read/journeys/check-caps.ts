import type { Step } from '../../catalogue/definition.ts';
import { formatDuration } from '../../catalogue/duration.ts';
import type { Purpose } from '../../catalogue/kind.ts';
import type { Cap, Policy } from '../../catalogue/policy.ts';
import { kindOf } from '../../steps/steps.ts';
import { type Fold, foldPaths } from '../../steps/walk.ts';
import type { JourneyFile } from './journey-file.ts';
import type { Reacting } from './reactions.ts';

/** A message that may have gone out, and so many seconds before at the most. */
interface Sent {
  step: Step<'send'>;
  purpose: Purpose;
  ago: number;
}

/** A date may be any time ahead. */
const secondsOf = (step: Step, patience: (moment: string) => number): number =>
  step.kind === 'wait-until' ? Number.POSITIVE_INFINITY : kindOf(step).seconds(step, patience);

const later = (sent: readonly Sent[], seconds: number): Sent[] =>
  sent.map((one) => ({ ...one, ago: one.ago + seconds }));

/** Of one message on several ways the longest time counts: on no way is it longer ago. */
const longest = (ways: readonly (readonly Sent[])[]): Sent[] => {
  const all = new Map<Step, Sent>();
  for (const one of ways.flat()) if (one.ago >= (all.get(one.step)?.ago ?? -1)) all.set(one.step, one);
  return [...all.values()];
};

/** Says of messages that follow each other so soon that a cap of one never lets the second through once the first went out. */
export const checkCaps = ({ journey, places, source }: JourneyFile, { moments, policy }: Reacting): void => {
  if (!policy) return;
  const of = (id: string) => {
    const moment = moments.get(id)?.moment;
    const purpose = moment?.purpose ?? journey.purpose;
    return { moment, purpose, patience: moment?.patience ?? policy.purposes[purpose].patience };
  };
  const warnedSteps = new Set<Step>();
  const lookAt = (step: Step<'send'>, before: readonly Sent[]): void => {
    const { moment, purpose, patience } = of(step.moment);
    for (const { cap, counts, name } of capsOf(purpose, step.moment, moment?.cap, policy)) {
      const first = before.find((one) => counts(one) && one.ago + patience < cap.seconds);
      if (!first || warnedSteps.has(step)) continue;
      warnedSteps.add(step);
      const message = `\`${step.moment}\` comes within ${formatDuration(first.ago)} of \`${first.step.moment}\` and is held for ${formatDuration(patience)} at the most: ${name} of 1 per ${formatDuration(cap.seconds)} never lets both through`;
      source.warn([...(places.get(step) ?? []), 'send'], message);
    }
  };
  const fold: Fold<Sent[]> = {
    step: (step, before) => {
      if (step.kind === 'send') lookAt(step, before);
      const after = later(
        before,
        secondsOf(step, (moment) => of(moment).patience),
      );
      if (step.kind !== 'send') return after;
      return [...after.filter((one) => one.step !== step), { step, purpose: of(step.moment).purpose, ago: 0 }];
    },
    branch: (_, at) => at,
    turn: ({ loop }, at, walk) => longest([at, walk(later(walk(at), loop.every))]),
    join: (_, ways) => (ways.length === 0 ? [] : longest(ways)),
  };
  foldPaths(journey.steps, [], fold);
};

const capsOf = (purpose: Purpose, moment: string, own: Cap | undefined, policy: Policy) => {
  const cap = purpose === 'care' ? policy.caps?.care : policy.purposes[purpose].cap;
  return [
    ...(cap ? [{ cap, counts: (one: Sent) => one.purpose === purpose, name: `the cap for ${purpose} moments` }] : []),
    ...(own ? [{ cap: own, counts: (one: Sent) => one.step.moment === moment, name: 'its own cap' }] : []),
  ].filter(({ cap: { count } }) => count === 1);
};
