import type { Trigger } from '../catalogue/trigger.ts';
import type { With } from '../catalogue/with.ts';
import type { StepExpression } from './step.ts';

/** The values of a `with` that are JSONata. */
export const withExpressions = (values: With | undefined): StepExpression[] =>
  Object.values(values ?? {}).flatMap((value) =>
    typeof value === 'string' && value.startsWith('= ') ? [{ source: value.slice(2), isValue: true }] : [],
  );

/** A trigger's `where` reads, as `heard`, the event that it asks about. */
export const triggerExpressions = (triggers: readonly Trigger[] = []): StepExpression[] =>
  triggers.flatMap(({ on, where }) => (where === undefined ? [] : [{ source: where, heard: [on] }]));
