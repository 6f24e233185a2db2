import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import { pathsIn } from '../expressions/condition.ts';
import { triggerExpressions } from '../steps/expressions.ts';
import { kindOf } from '../steps/steps.ts';
import { type Fold, foldPaths } from '../steps/walk.ts';
import { BareNameError } from './errors.ts';

/** An expression of a journey, and the event types whose fields `heard` may hold there. */
export interface Reading {
  source: string;
  types: string[];
}

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

const all = (sources: string[], types: string[]): Reading[] => sources.map((source) => ({ source, types }));

/** Follows which event types `heard` may hold, and notes each expression with them. */
const noting = (readings: Reading[]): Fold<string[]> => ({
  step: (step, before) => {
    const expressions = kindOf(step).expressions(step);
    readings.push(...expressions.map(({ source, heard }) => ({ source, types: [...(heard ?? before)] })));
    return before;
  },
  branch: ({ heard }, at) => (heard ? [...heard] : at),
  // What a turn hears is there in the next one.
  turn: ({ loop }, at, walk) => union([walk(union([at, walk(at)])), loop.until === undefined ? [] : [loop.until]]),
  join: (_, ways) => union(ways),
});

const readingsIn = (steps: Step[], types: string[]): Reading[] => {
  const readings: Reading[] = [];
  foldPaths(steps, types, noting(readings));
  return readings;
};

/** Every expression of a journey. */
export const readingsOf = (journey: JourneyDefinition): Reading[] => [
  ...all(
    [journey.enter.when, journey.enter.per].filter((source) => source !== undefined),
    [],
  ),
  ...triggerExpressions([...journey.exits, ...(journey.goal ? [journey.goal] : [])]).map(({ source, heard = [] }) => ({
    source,
    types: [...heard],
  })),
  ...readingsIn(journey.steps, []),
  ...journey.exits.flatMap(({ on, steps }) => readingsIn(steps, [on])),
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
