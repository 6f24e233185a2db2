import type { EventDefinition } from '../declarations.ts';
import type { Typed } from '../expressions/typed.ts';
import type { Source } from '../yaml/source.ts';

/** What to write where an id is a number: as text it keeps every digit. */
export const asTextHint = ({ kind }: Typed, expression: string): string =>
  kind === 'number' && /^\w+$/.test(expression)
    ? `: declare \`${expression}: text\`, which takes a number digit for digit`
    : '';

/** Checks what fields say of how their values come. */
export const checkValues = (name: string, { fields }: EventDefinition, source: Source): void => {
  for (const [field, { type, from }] of Object.entries(fields))
    if (from !== undefined && type !== 'date')
      source.report([name, 'fields', field, 'from'], `\`from: ${from}\` is of a date: write \`type: date\``, true);
};
