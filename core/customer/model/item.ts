import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { migrateItem } from './migrate.ts';
import type { CustomerState } from './state.ts';

/** A write is paid by the KB: up to so many bytes an item fits in the first, with what stores write beside it. */
const PLAIN = 800;
const SHORT = 'deflate:';

/** A customer's state as stores write it: JSON, deflated and as base64 where that is shorter. Equal states have equal texts. */
export const toItem = (state: CustomerState): string => {
  const json = JSON.stringify(state);
  const bytes = Buffer.byteLength(json);
  if (bytes <= PLAIN) return json;
  const short = SHORT + deflateRawSync(json).toString('base64');
  return short.length < bytes ? short : json;
};

/** The state that a store wrote, in today's format. Throws ItemFormatUnknown. */
export const fromItem = (item: string): CustomerState =>
  migrateItem(
    JSON.parse(
      item.startsWith(SHORT) ? inflateRawSync(Buffer.from(item.slice(SHORT.length), 'base64')).toString() : item,
    ),
  );
