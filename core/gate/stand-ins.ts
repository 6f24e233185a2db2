import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Reaction } from '../../language/catalogue/policy.ts';
import type { RunStep } from '../../language/catalogue/step.ts';
import { ownValue } from '../own-value.ts';
import { purposeOf } from './gate.ts';

type StandInPolicy = Pick<Catalogue, 'policy' | 'moments' | 'journeys'>;

/** What a step sends, and all that may go out in its place, by the reactions of moments and of their purposes. */
export const momentsSent = (
  { moment: first, purpose }: Pick<Extract<RunStep, { kind: 'send' }>, 'moment' | 'purpose'>,
  journey: string,
  catalogue: StandInPolicy,
): string[] => {
  const moments = [first];
  // What is found on the way is gone through, too.
  for (const moment of moments) {
    const copy = ownValue(catalogue.moments, moment);
    if (!copy) continue;
    const of = catalogue.policy.purposes[purposeOf({ journey, purpose }, copy, catalogue)];
    const reactions: Reaction[] = [copy.whenIncident ?? of.whenIncident, copy.whenNegative ?? of.whenNegative];
    for (const reaction of reactions)
      if (typeof reaction === 'object' && 'instead' in reaction && !moments.includes(reaction.instead))
        moments.push(reaction.instead);
  }
  return moments;
};
