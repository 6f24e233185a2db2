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

/** The first of words that another one before it is alike, but for the size of its letters. */
const alikeIn = (words: readonly string[]): [string, string] | undefined => {
  const first = new Map<string, string>();
  for (const word of words) {
    const before = first.get(word.toLowerCase());
    if (before !== undefined) return [before, word];
    first.set(word.toLowerCase(), word);
  }
  return undefined;
};

/** Checks what fields say of how their values come. */
export const checkValues = (name: string, { fields }: EventDefinition, source: Source): void => {
  const check = (path: string[], { type, from }: Pick<Field, 'type' | 'from'>): void => {
    if (from !== undefined && type !== 'date')
      source.report([name, 'fields', ...path, 'from'], `\`from: ${from}\` is of a date: write \`type: date\``, true);
    const alike = Array.isArray(type) ? alikeIn(type) : undefined;
    if (alike)
      source.warn(
        [name, 'fields', ...path],
        `\`${alike[0]}\` and \`${alike[1]}\` are kept apart, and an event that writes it otherwise is refused: capital and small letters are the same by themselves, so keep one of them`,
        true,
      );
    if (isList(type))
      for (const [inner, element] of Object.entries(type.list)) check([...path, 'list', inner], element);
  };
  for (const [field, declared] of Object.entries(fields)) check([field], declared);
};
