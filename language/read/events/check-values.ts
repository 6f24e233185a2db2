import type { Field } from '../../catalogue/event.ts';
import { isList } from '../../catalogue/list-type.ts';
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
  const check = (path: string[], { type, from }: Pick<Field, 'type' | 'from'>): void => {
    if (from !== undefined && type !== 'date')
      source.report([name, 'fields', ...path, 'from'], `\`from: ${from}\` is of a date: write \`type: date\``, true);
    if (isList(type))
      for (const [inner, element] of Object.entries(type.list)) check([...path, 'list', inner], element);
  };
  for (const [field, declared] of Object.entries(fields)) check([field], declared);
};
