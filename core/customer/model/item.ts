import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { migrateItem } from './migrate.ts';
import type { CustomerState } from './state.ts';

/** Above so many bytes an item is written shorter: few customers are in so much at once. */
const PLAIN = 8192;
const SHORT = 'deflate:';

/** A customer's state as stores write it: JSON, and a long one deflated, as base64. Equal states have equal texts. */
export const toItem = (state: CustomerState): string => {
  const json = JSON.stringify(state);
  return Buffer.byteLength(json) <= PLAIN ? json : SHORT + deflateRawSync(json).toString('base64');
};

/** The state that a store wrote, in today's format. Throws ItemFormatUnknown. */
export const fromItem = (item: string): CustomerState =>
  migrateItem(
    JSON.parse(
      item.startsWith(SHORT) ? inflateRawSync(Buffer.from(item.slice(SHORT.length), 'base64')).toString() : item,
    ),
  );
