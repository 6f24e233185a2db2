import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import type { With } from '../catalogue/task.ts';
import type { Trigger } from '../catalogue/trigger.ts';
import { pathsIn } from '../expressions/condition.ts';
import { BareNameError } from './errors.ts';

/** An expression of a journey, and the event types whose fields `heard` may hold there. */
export interface Reading {
  source: string;
  heard: string[];
}

interface Walk {
  readings: Reading[];
  /** Event types that `heard` may hold afterwards. */
  heard: string[];
}

const union = (lists: string[][]): string[] => [...new Set(lists.flat())];

const sourcesIn = (values: With | undefined): string[] =>
  Object.values(values ?? {}).flatMap((value) =>
    typeof value === 'string' && value.startsWith('= ') ? [value.slice(2)] : [],
  );

/** A trigger's `where` reads, as `heard`, the event that it asks about. */
const triggerReadings = (triggers: Trigger[]): Reading[] =>
  triggers.flatMap(({ on, where }) => (where === undefined ? [] : [{ source: where, heard: [on] }]));

const all = (sources: string[], heard: string[]): Reading[] => sources.map((source) => ({ source, heard }));

const walk = (steps: Step[], heard: string[]): Walk =>
  steps.reduce<Walk>(
    (before, step) => {
      const after = walkStep(step, before.heard);
      return { readings: [...before.readings, ...after.readings], heard: after.heard };
    },
    { readings: [], heard },
  );

/** The branches begin each with its own `heard`, and what follows may come from any of them. */
const join = (readings: Reading[], branches: Walk[]): Walk => ({
  readings: [...readings, ...branches.flatMap((branch) => branch.readings)],
  heard: union(branches.map((branch) => branch.heard)),
});

const walkStep = (step: Step, heard: string[]): Walk => {
  switch (step.kind) {
    case 'send':
    case 'task': {
      const readings = [...all(sourcesIn(step.with), heard), ...triggerReadings(step.unless ?? [])];
      return join(readings, [{ readings: [], heard }, walk(step.unsent, heard)]);
    }
    case 'emit':
      return join(all(sourcesIn(step.with), heard), [{ readings: [], heard }, walk(step.unsent, heard)]);
    case 'wait-until':
      return join(all([step.until], heard), [walk(step.reached, heard), walk(step.past, heard)]);
    case 'choose': {
      const readings = all(
        step.branches.map(({ when }) => when),
        heard,
      );
      return join(
        readings,
        [...step.branches.map(({ steps }) => steps), step.otherwise].map((s) => walk(s, heard)),
      );
    }
    case 'split':
      return join(
        [],
        step.arms.map(({ steps }) => walk(steps, heard)),
      );
    case 'listen': {
      const readings = step.where === undefined ? [] : all([step.where], step.on);
      return join(readings, [walk(step.heard, step.on), walk(step.silent, [])]);
    }
    case 'repeat': {
      // What a turn hears is there in the next one.
      const once = walk(step.steps, heard);
      const readings = step.until ? triggerReadings([step.until]) : [];
      const on = step.until ? [step.until.on] : [];
      const again = union([heard, once.heard, on]);
      return join(readings, [{ readings: [], heard: again }, walk(step.steps, again)]);
    }
    default:
      return { readings: [], heard };
  }
};

/** Every expression of a journey. */
export const readingsOf = (journey: JourneyDefinition): Reading[] => [
  ...all(
    [journey.enter.when, journey.enter.per].filter((source) => source !== undefined),
    [],
  ),
  ...triggerReadings([...journey.exits, ...(journey.goal ? [journey.goal] : [])]),
  ...walk(journey.steps, []).readings,
  ...journey.exits.flatMap(({ on, steps }) => walk(steps, [on]).readings),
];

/** Names read below `event`, `heard` or `customer`. */
export const namesRead = (source: string, root: 'event' | 'heard' | 'customer', journey: string): string[] =>
  pathsIn(source).flatMap(([from, name]) => {
    if (from !== root) return [];
    if (name !== '*') return [name];
    throw new BareNameError(
      `"${source}" in journey "${journey}" reads all of ${root}: name the field, as in ${root}.plan.`,
    );
  });
