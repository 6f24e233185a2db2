import { ALIAS_FORMAT, ITEM_FORMAT } from './format.ts';
import type { CustomerState } from './state.ts';

/** An item that no function of this release can read: a later one wrote it, or nobody did. It is tried again. */
export class ItemFormatUnknown extends Error {
  override name = 'ItemFormatUnknown';
  constructor(format: unknown) {
    super(
      `This item has format ${JSON.stringify(format)}, and this release knows 1 to ${ITEM_FORMAT}: deploy one that knows it.`,
    );
  }
}

/** What an item of one format is in the next. Nothing else of an item is known here. */
export type Migration = (item: Record<string, unknown>) => Record<string, unknown>;

/** By the format that they start from: one for each number below today's. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** Carries a value from the format that it has to `today`, a number at a time. Throws ItemFormatUnknown. */
export const migrate = (
  value: Record<string, unknown>,
  migrations: Readonly<Record<number, Migration>>,
  today: number,
): Record<string, unknown> => {
  let current = value;
  for (let { format } = current; format !== today; format = current.format) {
    const step = typeof format === 'number' && format < today ? migrations[format] : undefined;
    if (!step) throw new ItemFormatUnknown(format);
    current = { ...step(current), format: (format as number) + 1 };
  }
  return current;
};

/** It has a number of its own, for releases that know none: all that today's knows of it is where it leads. */
const isAlias = (item: object): boolean =>
  'format' in item && item.format === ALIAS_FORMAT && 'movedTo' in item && typeof item.movedTo === 'string';

/**
 * An item as it was written, in today's format. Its number alone is looked at: a function of ours committed it, and to parse
 * the whole would strand a customer after a rollback, whose item has a reason or a channel that a later release added
 * under the same number. It would also take as long again as to read the JSON. Fields that are unknown here are kept, and
 * written again. test/contract parses recorded items whole.
 */
export const migrateItem = (item: unknown): CustomerState => {
  if (typeof item !== 'object' || item === null) throw new ItemFormatUnknown(item);
  if (isAlias(item)) return item as CustomerState;
  return migrate(item as Record<string, unknown>, MIGRATIONS, ITEM_FORMAT) as unknown as CustomerState;
};
