import type { Step } from '../../catalogue/definition.ts';
import { checkCondition, checkExpression } from '../expressions/condition.ts';
import { describe } from '../expressions/typed.ts';
import type { Path } from '../yaml/source.ts';
import { checkEventName, checkTrigger } from './check-trigger.ts';
import { checkEmit, checkWith } from './check-with.ts';
import { type Flow, scopeAt } from './flow-state.ts';
import { type Common, commonFields, eitherHeard, NOTHING_HEARD, scopeOf } from './scope.ts';

/** Follows the steps, with what has been heard so far; undefined when no way leads past them. */
export const follow = (steps: readonly Step[], heard: Common, flow: Flow): Common | undefined => {
  let now: Common | undefined = heard;
  let reported = false;
  for (const step of steps) {
    const path = flow.file.places.get(step) ?? [];
    if (now === undefined && !reported) {
      flow.file.source.report(path, `\`${step.id}\` is never reached: every way before it ends the journey`);
      reported = true;
    }
    const after: Common | undefined = followStep(step, path, now ?? NOTHING_HEARD, flow);
    now = now && after;
  }
  return now;
};

/** Where ways meet again; those that ended the journey do not come. */
const meet = (ways: readonly (Common | undefined)[]): Common | undefined => {
  const open = ways.filter((way) => way !== undefined);
  if (open.length === 0) return undefined;
  return {
    names: eitherHeard(open.map(({ names }) => names)),
    lacking: new Map(open.flatMap(({ lacking }) => [...lacking])),
    untold: open.some(({ untold }) => untold === true),
  };
};

const followStep = (step: Step, path: Path, heard: Common, flow: Flow): Common | undefined => {
  switch (step.kind) {
    case 'send':
    case 'task':
      followMoment(step, path, heard, flow);
      return meet([heard, follow(step.unsent, heard, flow)]);
    case 'emit':
      checkEmit(step, path, heard, flow);
      return meet([heard, follow(step.unsent, heard, flow)]);
    case 'wait':
      return heard;
    case 'wait-until':
      checkUntil(step.until, [...path, 'wait', 'until'], flow);
      return meet([follow(step.reached, heard, flow), follow(step.past, heard, flow)]);
    case 'choose':
      for (const [place, { when }] of step.branches.entries())
        checkCondition(when, flow.file.source, [...path, 'choose', place, 'when'], scopeAt(heard, flow));
      return meet(
        [...step.branches.map(({ steps }) => steps), step.otherwise].map((each) => follow(each, heard, flow)),
      );
    case 'split':
      checkShares(step, path, flow);
      return meet(step.arms.map(({ steps }) => follow(steps, heard, flow)));
    case 'listen':
      return followListen(step, path, flow);
    case 'repeat':
      return meet([heard, follow(step.steps, heard, flow)]);
    case 'exit':
      return undefined;
  }
};

const followMoment = (step: Extract<Step, { kind: 'send' | 'task' }>, path: Path, heard: Common, flow: Flow): void => {
  const given = checkWith(step.with, path, heard, flow);
  const single = step.unless?.length === 1 && !Array.isArray(flow.file.source.valueAt([...path, 'unless']));
  for (const [place, trigger] of (step.unless ?? []).entries())
    checkTrigger(trigger, single ? [...path, 'unless'] : [...path, 'unless', place], flow);
  const { file, event, customer } = flow;
  flow.uses.push({ moment: step.moment, kind: step.kind, file, step: step.id, path, event, customer, given });
};

const checkUntil = (until: string, path: Path, flow: Flow): void => {
  const typed = checkExpression(until, flow.file.source, path, scopeOf(flow.event, flow.customer));
  if (typed && typed.kind !== 'date')
    flow.file.source.report(path, `a wait is until a date, and this is ${describe(typed)}`);
};

const checkShares = (step: Extract<Step, { kind: 'split' }>, path: Path, flow: Flow): void => {
  const total = step.arms.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(total - 100) > 1e-9)
    flow.file.source.report([...path, 'arms'], `the shares come to ${total}, and have to come to 100`, true);
};

const followListen = (step: Extract<Step, { kind: 'listen' }>, path: Path, flow: Flow): Common | undefined => {
  const { known, file } = flow;
  const several = Array.isArray(file.source.valueAt([...path, 'listen']));
  if (several) for (const [place, on] of step.on.entries()) checkEventName(on, [...path, 'listen', place], flow);
  const heard = commonFields(step.on, known, 'heard');
  if (step.on.every((on) => known.events.has(on)))
    checkCondition(step.where, file.source, [...path, 'where'], scopeAt(heard, flow));
  return meet([follow(step.heard, heard, flow), follow(step.silent, NOTHING_HEARD, flow)]);
};
