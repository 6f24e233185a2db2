import { z } from 'zod';
import type { Step, StepName } from '../catalogue/definition.ts';
import { choose } from './choose.ts';
import { emit } from './emit.ts';
import { exit } from './exit.ts';
import { give } from './give.ts';
import { listen } from './listen.ts';
import { repeat } from './repeat.ts';
import { send } from './send.ts';
import { split } from './split.ts';
import type { StepKind, WrittenSteps } from './step.ts';
import { task } from './task.ts';
import { wait } from './wait.ts';
import { waitUntil } from './wait-until.ts';

/** Every kind of step, in the order in which problems and editors name them. */
const KINDS: { [Kind in StepName]: StepKind<Kind> } = {
  send,
  task,
  emit,
  give,
  wait,
  'wait-until': waitUntil,
  choose,
  split,
  listen,
  repeat,
  exit,
};

export const kindOf = <Kind extends StepName>(step: Step<Kind>): StepKind<Kind> => KINDS[step.kind];

/** Keys under which lists of steps are written. */
export const LISTS: readonly string[] = [...new Set(['steps', ...Object.values(KINDS).flatMap(({ lists }) => lists)])];

/** A list of steps as written. */
export const Steps: WrittenSteps = z.lazy(() => z.array(WrittenStep)).meta({ id: 'steps' });

const WrittenStep = z.union(Object.values(KINDS).flatMap(({ form }) => form?.(Steps) ?? []));
