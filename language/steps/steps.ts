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
export const Steps: WrittenSteps = z
  .lazy(() => z.array(WrittenStep, { error: 'a list of steps such as `- send: welcome`' }))
  .meta({ id: 'steps' });

const KIND_FIRST = /^(\w+)[:\s]*(.*)$/;

/** What somebody meant who wrote a step as text: `exit`, `wait 1 day`, `wait:1 day`. */
const stepMeant = (text: string): string => {
  const [, kind = '', rest = ''] = KIND_FIRST.exec(text) ?? [];
  if (!Object.hasOwn(KINDS, kind)) return 'send: welcome';
  return `${kind}: ${rest || (kind === 'exit' ? 'true' : '…')}`;
};

const WrittenStep = z.union(
  Object.values(KINDS).flatMap(({ form }) => form?.(Steps) ?? []),
  {
    error: ({ input }) =>
      typeof input === 'object' && input !== null ? undefined : `a step such as \`${stepMeant(String(input))}\``,
  },
);
