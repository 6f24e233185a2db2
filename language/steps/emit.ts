import type { Step } from '../catalogue/definition.ts';
import type { With } from '../catalogue/with.ts';
import { taskBlock } from '../compile/task-block.ts';
import { SLANTED } from '../draw/pen.ts';
import { checkEmit } from '../read/journeys/check-emit.ts';
import { shape } from '../read/yaml/shape.ts';
import { EventName } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import { withExpressions } from './expressions.ts';
import { formOf, id, WrittenWith } from './form.ts';
import { unsentBranch } from './message.ts';
import type { StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    emit: { event: string; with?: With; unsent: Step[] };
  }
}

/** Sends an event of ours to other systems. */
export const emit: StepKind<'emit'> = {
  ...defaults,
  form: (steps) =>
    formOf(
      shape({
        emit: EventName.describe('The event, one marked `ours: true` in events.yaml.'),
        id,
        with: WrittenWith.optional().describe('Its fields: as they are or, after `= `, JSONata.'),
        unsent: steps.optional().describe('What to do where it was not sent.'),
      }),
      (written, path, { steps }) => ({
        kind: 'emit',
        id: written.id ?? '',
        event: written.emit,
        ...(written.with && { with: written.with }),
        unsent: steps(written.unsent, [...path, 'unsent']),
      }),
    ),
  lists: ['unsent'],
  ownName: ({ event }) => `emit-${event.replaceAll('.', '-')}`,
  branches: ({ unsent }) => unsentBranch(unsent),
  mapBranches: (step, change) => ({ ...step, unsent: change(step.unsent) }),
  expressions: (step) => withExpressions(step.with),
  decides: true,
  check: (step, { path, heard, flow }) => checkEmit(step.event, step.with, path, heard, flow),
  compile: (step, onward, inner) => taskBlock(step, 'advance', unsentBranch(step.unsent), onward, inner),
  atRunTime: ({ event, with: values }) => ({ kind: 'emit', event, ...(values && { with: values }) }),
  draw: ({ event }) => ({ text: event, form: SLANTED }),
};
