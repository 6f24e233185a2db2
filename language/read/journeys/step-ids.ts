import type { Path, Source } from '../yaml/source.ts';
import type { WrittenStep } from './journey-schema.ts';

const flat = (name: string): string => name.replaceAll('.', '-');

const first = (names: string | string[]): string => (typeof names === 'string' ? names : (names[0] ?? ''));

/** What a step is called unless it says otherwise. */
const ownName = (step: WrittenStep): string => {
  if ('send' in step) return `send-${step.send}`;
  if ('task' in step) return `task-${step.task}`;
  if ('emit' in step) return `emit-${flat(step.emit)}`;
  if ('listen' in step) return `listen-${flat(first(step.listen))}`;
  if ('split' in step) return step.split;
  if ('choose' in step) return 'choose';
  return 'wait' in step ? 'wait' : 'exit';
};

/** Every list of steps directly inside a step, with where it is. */
const nested = (step: WrittenStep, path: Path): [WrittenStep[], Path][] => {
  if ('choose' in step)
    return step.choose.map((branch, place) =>
      'when' in branch
        ? [branch.steps, [...path, 'choose', place, 'steps']]
        : [branch.otherwise, [...path, 'choose', place, 'otherwise']],
    );
  if ('split' in step)
    return Object.entries(step.arms).map(([arm, { steps }]) => [steps ?? [], [...path, 'arms', arm, 'steps']]);
  const lists: [string, WrittenStep[] | undefined][] = [
    ['unsent', 'unsent' in step ? step.unsent : undefined],
    ['reached', 'reached' in step ? step.reached : undefined],
    ['past', 'past' in step ? step.past : undefined],
    ['heard', 'heard' in step ? step.heard : undefined],
    ['silent', 'silent' in step ? step.silent : undefined],
  ];
  return lists.flatMap(([key, steps]) => (steps ? [[steps, [...path, key]] as [WrittenStep[], Path]] : []));
};

/** All steps in the order of reading, each with where it is. */
export const everyStep = (steps: WrittenStep[], path: Path): [WrittenStep, Path][] =>
  steps.flatMap((step, place) => {
    const at = [...path, place];
    return [[step, at] as [WrittenStep, Path], ...nested(step, at).flatMap((inner) => everyStep(...inner))];
  });

const written = (step: WrittenStep): string | undefined =>
  'split' in step ? step.split : 'id' in step ? step.id : undefined;

/** The id of each step: as written, else its own name, with `-2` for a second of the same. */
export const stepIds = (steps: [WrittenStep, Path][], source: Source): Map<WrittenStep, string> => {
  const ids = new Map<WrittenStep, string>();
  const taken = new Set<string>();
  for (const [step, path] of steps) {
    const id = written(step);
    if (id === undefined) continue;
    if (taken.has(id))
      source.report(
        [...path, 'split' in step ? 'split' : 'id'],
        `another step is \`${id}\` already: choose another name`,
      );
    taken.add(id);
    ids.set(step, id);
  }
  for (const [step] of steps) {
    if (ids.has(step)) continue;
    const base = ownName(step);
    let id = base;
    for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
    taken.add(id);
    ids.set(step, id);
  }
  return ids;
};
