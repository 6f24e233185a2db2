import type { Step } from '../../catalogue/definition.ts';
import type { Gesture } from '../../catalogue/gesture.ts';
import type { CheckContext } from '../../steps/step.ts';
import { didYouMean } from '../yaml/lookup.ts';

/** Links in messages to an answer are good for so long, in seconds. */
const LINKS_LAST = 30 * 86_400;

/** Whether work for a person is among steps. */
const hasTask = (steps: readonly Step[]): boolean => JSON.stringify(steps).includes('"kind":"task"');

/** The kinds that a step may give: what its moment offers. */
export const checkChosen = (
  { none, within = 0 }: Step<'give'>,
  momentId: string,
  { path, flow }: CheckContext,
): [string, Gesture][] => {
  const { file, declarations, moments } = flow;
  const { source } = file;
  const at = [...path, 'give'];
  if (within > LINKS_LAST)
    source.report([...at, 'within'], 'links of messages are good for 30 days: let them choose no longer');
  if (!hasTask(none))
    source.report(
      path,
      'who finds nothing left, or would rather talk, is told that a person looks after it: `none:` needs a `task`',
    );
  const moment = moments.moments.get(momentId);
  if (!moments.names.has(momentId))
    source.report([...at, 'chosen'], `unknown moment \`${momentId}\`${didYouMean(momentId, moments.names)}`);
  if (!moment?.whole) return [];
  const { gestures } = moment.moment;
  if (!gestures)
    source.report([...at, 'chosen'], `\`${momentId}\` offers no gestures: give it \`asks: { gestures: […] }\``);
  const kinds = declarations.gestures?.kinds ?? {};
  return (gestures ?? []).flatMap((id): [string, Gesture][] => {
    const kind = Object.hasOwn(kinds, id) ? kinds[id] : undefined;
    return kind ? [[id, kind]] : [];
  });
};
