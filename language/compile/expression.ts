import { asBoolean } from '../expressions/condition.ts';

/** JSONata as a machine carries it. */
export const expression = (source: string): string => `{% ${source} %}`;

/** A condition over `event`, `heard` and `customer` of the state. */
export const condition = (source: string): string => expression(`$states.input.${asBoolean(source)}`);

export const outcomeIs = (outcome: string): string => expression(`$states.input.outcome = "${outcome}"`);
