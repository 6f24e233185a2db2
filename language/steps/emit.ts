import type { Step } from '../catalogue/definition.ts';
import type { Cap } from '../catalogue/policy.ts';
import type { Trigger } from '../catalogue/trigger.ts';
import type { With } from '../catalogue/with.ts';
import { taskBlock } from '../compile/task-block.ts';
import { SLANTED } from '../draw/pen.ts';
import { checkConfirmed, checkEmit } from '../read/journeys/check-emit.ts';
import { shape } from '../read/yaml/shape.ts';
import { Duration, EventName, WorkCap } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import { triggerExpressions, withExpressions } from './expressions.ts';
import { capPaced, formOf, id, WrittenTrigger, WrittenWith } from './form.ts';
import { unsentBranch } from './message.ts';
import type { Branch, StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    emit: { event: string; with?: With; cap?: Cap; unsent: Step[]; confirmed?: Confirmation };
  }
}

/** What another system has to say, and by when; `rest` is what follows in the list once it has, `unconfirmed` what else. */
type Confirmation = Trigger & { within: number; rest: Step[]; unconfirmed: Step[] };

const Confirmed = WrittenTrigger.extend({
  on: EventName.describe('The event by which another system says that it is done.'),
  within: Duration.describe('How long to wait for that.'),
});

const WITHOUT = '`unconfirmed` belongs to `confirmed: { on: …, within: … }`, which says what to wait for';

const branches = ({ unsent, confirmed }: Step<'emit'>): Branch[] => [
  ...unsentBranch(unsent),
  ...(confirmed
    ? [
        { steps: confirmed.unconfirmed, label: 'not confirmed', answer: 'unconfirmed' as const },
        { steps: confirmed.rest, label: 'confirmed', answer: 'sent' as const },
      ]
    : []),
];

/** Sends an event of ours to other systems; what follows may wait until they say that it is done. */
export const emit: StepKind<'emit'> = {
  ...defaults,
  form: (steps) =>
    formOf(
      shape({
        emit: EventName.describe('The event, one marked `ours: true` in events.yaml.'),
        id,
        with: WrittenWith.optional().describe('Its fields: as they are or, after `= `, JSONata.'),
        cap: WorkCap.optional().describe(
          'At most so often at this step, for one customer; what is over it is not sent.',
        ),
        unsent: steps.optional().describe('What to do where it was not sent.'),
        confirmed: Confirmed.optional().describe(
          'What follows in the same list waits for the first such event that comes after it.',
        ),
        unconfirmed: steps.optional().describe('What to do where that did not come in time, instead of what follows.'),
      }),
      (fields, path, { steps, report }) => {
        const unconfirmed = steps(fields.unconfirmed, [...path, 'unconfirmed']);
        if (fields.unconfirmed && !fields.confirmed) report([...path, 'unconfirmed'], WITHOUT);
        return {
          kind: 'emit',
          id: fields.id ?? '',
          event: fields.emit,
          ...(fields.with && { with: fields.with }),
          ...(fields.cap && { cap: fields.cap }),
          unsent: steps(fields.unsent, [...path, 'unsent']),
          ...(fields.confirmed && { confirmed: { ...fields.confirmed, rest: [], unconfirmed } }),
        };
      },
    ),
  lists: ['unsent', 'unconfirmed'],
  ownName: ({ event }) => `emit-${event.replaceAll('.', '-')}`,
  branches,
  mapBranches: ({ confirmed, ...step }, change) => ({
    ...step,
    unsent: change(step.unsent),
    ...(confirmed && {
      confirmed: { ...confirmed, unconfirmed: change(confirmed.unconfirmed), rest: change(confirmed.rest) },
    }),
  }),
  pace: ({ confirmed, ...step }, paced) => ({
    ...capPaced(step, paced),
    ...(confirmed && { confirmed: { ...confirmed, within: paced(confirmed.within) } }),
  }),
  seconds: ({ confirmed }) => confirmed?.within ?? 0,
  holdRest: ({ confirmed, ...step }, rest) => confirmed && { ...step, confirmed: { ...confirmed, rest } },
  expressions: (step) => [...withExpressions(step.with), ...triggerExpressions(step.confirmed ? [step.confirmed] : [])],
  awaits: ({ confirmed }) => (confirmed ? [confirmed.on] : []),
  decides: true,
  check: (step, { path, heard, flow }) => {
    checkEmit(step.event, step.with, path, heard, flow);
    if (step.confirmed) checkConfirmed(step.confirmed, [...path, 'confirmed'], flow);
  },
  compile: (step, onward, inner) => taskBlock(step, 'advance', branches(step), onward, inner),
  atRunTime: ({ event, with: values, cap, confirmed }) => ({
    kind: 'emit',
    event,
    ...(values && { with: values }),
    ...(cap && { cap }),
    ...(confirmed && { confirmed: { on: confirmed.on, ...whereOf(confirmed), within: confirmed.within } }),
  }),
  draw: ({ event }) => ({ text: event, form: SLANTED }),
};

const whereOf = ({ where }: Trigger) => (where === undefined ? {} : { where });
