import type { Step } from '../../catalogue/definition.ts';
import { answerState, LONGEST_NAME } from '../../compile/block.ts';
import { kindOf } from '../../steps/steps.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { JourneyFile } from './journey-file.ts';

/** Ids must do as names of states, and what is renamed must lead to a step. */
export const checkNames = (file: JourneyFile): void => {
  checkLengths(file);
  checkRenamed(file);
};

/** Written ids are short; the name of an event type, from which a step has its own, need not be. */
const checkLengths = ({ places, source }: JourneyFile): void => {
  const longest = LONGEST_NAME - answerState('').length;
  for (const [{ id }, path] of places)
    if (id.length > longest)
      source.report(
        path,
        `this step would be called \`${id}\`, and a step's name has at most ${longest} letters: give it an \`id\``,
      );
};

/** Somebody can be at the step while nothing is done for them. */
const canStandAt = (step: Step): boolean => kindOf(step).atRunTime(step, () => 'care') !== undefined;

const checkRenamed = ({ journey: { renamed }, places, source, whole }: JourneyFile): void => {
  if (!whole) return;
  const steps = new Map([...places.keys()].map((step) => [step.id, step]));
  const standing = [...steps.values()].filter(canStandAt).map(({ id }) => id);
  for (const [old, id] of Object.entries(renamed)) {
    const path = ['renamed', old];
    const step = steps.get(id);
    if (steps.has(old)) source.report(path, `there is a step \`${old}\`: only an id that is gone can be renamed`, true);
    else if (Object.hasOwn(renamed, id))
      source.report(path, `\`${id}\` is renamed itself: write \`${old}: ${renamed[id]}\``);
    else if (!step) source.report(path, `there is no step \`${id}\`${didYouMean(id, standing)}`);
    else if (!canStandAt(step)) source.report(path, `nobody can stand at \`${id}\`: name the step at which they go on`);
  }
};
