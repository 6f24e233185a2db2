import { z } from 'zod';
import { remarks } from './shape-message.ts';
import type { Path, Source } from './source.ts';
import { withoutFaults } from './without-faults.ts';

/** What stands alone belongs behind the first key, where that may be text. */
const withFirstKey = (fields: z.core.$ZodLooseShape, input: unknown): string | undefined => {
  const [[key, field] = []] = Object.entries(fields);
  return typeof input === 'string' && field && z.safeParse(field, input).success
    ? `keys with values such as \`${key}: ${input}\``
    : undefined;
};

/** Its keys that have to be there, or the first of those that may. */
const exampleOf = (fields: z.core.$ZodLooseShape): string => {
  const needed = Object.entries(fields).flatMap(([key, field]) =>
    field && z.safeParse(field, undefined).success ? [] : [key],
  );
  const keys = needed.length > 0 ? needed : Object.keys(fields).slice(0, 1);
  const some = keys.slice(0, 3).map((key) => `${key}: …`);
  return `keys with values such as \`{ ${some.join(', ')}${keys.length > some.length ? ', …' : ''} }\``;
};

/** A strict object; what its error carries lets an unknown key be answered with the one that was probably meant. */
export const shape = <Fields extends z.core.$ZodLooseShape>(fields: Fields) =>
  z.strictObject(fields, {
    error: ({ code, input }) =>
      code === 'unrecognized_keys' ? Object.keys(fields).join(' ') : (withFirstKey(fields, input) ?? exampleOf(fields)),
  });

/** Values under names of whoever writes them, as the example has them: it is shown to whom writes something else. */
export const named = <Key extends z.core.$ZodRecordKey, Value extends z.core.SomeType>(
  key: Key,
  value: Value,
  example: string,
) =>
  z.record(key, value, {
    error: ({ code }) => (code === 'invalid_type' ? `keys with values such as \`${example}\`` : undefined),
  });

/** The value as the schema reads it, or undefined after every problem with it was reported. */
export const readShape = <T>(schema: z.ZodType<T>, value: unknown, source: Source, at: Path = []): T | undefined => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const { path, message, key } of remarks(result.error.issues, [])) source.report([...at, ...path], message, key);
  return undefined;
};

export interface Mended<T> {
  value: T;
  /** Nothing had to be left out. */
  whole: boolean;
}

/**
 * Like readShape, but answers what is left without the parts that were wrong, if that makes sense by itself. `lists` are
 * the keys of lists of steps.
 */
export const readMended = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  source: Source,
  lists: readonly string[] = [],
): Mended<T> | undefined => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, whole: true };
  const wrong = remarks(result.error.issues, []);
  for (const { path, message, key } of wrong) source.report(path, message, key);
  const again = schema.safeParse(
    withoutFaults(
      value,
      wrong.map(({ path }) => path),
      lists,
    ),
  );
  return again.success ? { value: again.data, whole: false } : undefined;
};

/** Whether there are words that the language keeps for later; each is reported. */
export const refuseReserved = (value: unknown, words: readonly string[], source: Source, at: Path): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const reserved = words.filter((word) => Object.hasOwn(value, word));
  for (const word of reserved) source.report([...at, word], `\`${word}\`: not yet; this word is kept for later`, true);
  return reserved.length > 0;
};
