import type { Step } from '../../catalogue/definition.ts';
import type { Path } from '../yaml/source.ts';
import type { WrittenStep, WrittenTrigger } from './journey-schema.ts';

export interface StepsContext {
  ids: ReadonlyMap<WrittenStep, string>;
  /** Filled while reading: where each step is written. */
  places: Map<Step, Path>;
  listening: (names: string | string[], path: Path) => Pick<Extract<Step, { kind: 'listen' }>, 'on' | 'answers'>;
  report: (path: Path, message: string) => void;
}

/** Written steps as the run time knows them, each with its id. */
export const toSteps = (steps: WrittenStep[] | undefined, path: Path, context: StepsContext): Step[] =>
  (steps ?? []).map((written, place) => {
    const at = [...path, place];
    const step = toStep(written, context.ids.get(written) ?? '', at, context);
    context.places.set(step, at);
    return step;
  });

const toStep = (step: WrittenStep, id: string, path: Path, context: StepsContext): Step => {
  const inner = (steps: WrittenStep[] | undefined, ...key: Path) => toSteps(steps, [...path, ...key], context);
  if ('send' in step || 'task' in step) return toMoment(step, id, inner(step.unsent, 'unsent'));
  if ('emit' in step)
    return { kind: 'emit', id, event: step.emit, ...withOf(step), unsent: inner(step.unsent, 'unsent') };
  if ('wait' in step) return toWait(step, id, inner, path, context);
  if ('choose' in step) return toChoose(step, id, inner, path, context);
  if ('split' in step) {
    const arms = Object.entries(step.arms).map(([name, { share, steps }]) => ({
      name,
      share,
      steps: inner(steps, 'arms', name, 'steps'),
    }));
    return { kind: 'split', id, arms };
  }
  if ('listen' in step) {
    const { where, within } = step;
    const on = context.listening(step.listen, [...path, 'listen']);
    const branches = { heard: inner(step.heard, 'heard'), silent: inner(step.silent, 'silent') };
    return { kind: 'listen', id, ...on, ...(where !== undefined && { where }), within, ...branches };
  }
  return { kind: 'exit', id };
};

const withOf = (step: { with?: Record<string, string | number | boolean> }) => (step.with ? { with: step.with } : {});

const listOf = (unless: WrittenTrigger | WrittenTrigger[]): WrittenTrigger[] =>
  Array.isArray(unless) ? unless : [unless];

type Written<Key extends string> = Extract<WrittenStep, Record<Key, unknown>>;
type Inner = (steps: WrittenStep[] | undefined, ...key: Path) => Step[];

const toMoment = (step: Written<'send'> | Written<'task'>, id: string, unsent: Step[]): Step => ({
  ...('send' in step ? { kind: 'send', moment: step.send } : { kind: 'task', moment: step.task }),
  id,
  ...withOf(step),
  ...(step.unless && { unless: listOf(step.unless) }),
  unsent,
});

const toWait = (step: Written<'wait'>, id: string, inner: Inner, path: Path, context: StepsContext): Step => {
  const branches = step as { reached?: WrittenStep[]; past?: WrittenStep[] };
  if (typeof step.wait === 'number') {
    if (branches.reached || branches.past)
      context.report(path, '`reached` and `past` belong to a `wait: { until: … }`: a plain wait is always reached');
    return { kind: 'wait', id, seconds: step.wait };
  }
  const { until, offset = 0 } = step.wait;
  return {
    kind: 'wait-until',
    id,
    until,
    offset,
    reached: inner(branches.reached, 'reached'),
    past: inner(branches.past, 'past'),
  };
};

const toChoose = (step: Written<'choose'>, id: string, inner: Inner, path: Path, context: StepsContext): Step => {
  const branches: { when: string; steps: Step[] }[] = [];
  let otherwise: Step[] = [];
  for (const [place, branch] of step.choose.entries()) {
    if ('when' in branch) branches.push({ when: branch.when, steps: inner(branch.steps, 'choose', place, 'steps') });
    else otherwise = inner(branch.otherwise, 'choose', place, 'otherwise');
    if ('otherwise' in branch && place < step.choose.length - 1)
      context.report([...path, 'choose', place], '`otherwise` comes last, once: nothing after it could be chosen');
  }
  return { kind: 'choose', id, branches, otherwise };
};
