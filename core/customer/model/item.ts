import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ownValue } from '../../own-value.ts';
import { DICTIONARY_1 } from './item-dictionary.ts';
import { ItemFormatUnknown, migrateItem } from './migrate.ts';
import type { CustomerState } from './state.ts';

/** A write is paid by the KB: up to so many bytes an item fits in the first, with what stores write beside it. */
const PLAIN = 800;
const SHORT = 'deflate1:';

/** A customer's state as stores write it: JSON, deflated and as base64 where that is shorter. Equal states have equal texts. */
export const toItem = (state: CustomerState): string => {
  const json = JSON.stringify(state);
  const bytes = Buffer.byteLength(json);
  if (bytes <= PLAIN) return json;
  const short = SHORT + deflateRawSync(json, { dictionary: DICTIONARY_1 }).toString('base64');
  return short.length < bytes ? short : json;
};

/** By its first word, what an item was deflated with. */
const INFLATED: Record<string, (bytes: Buffer) => Buffer> = {
  'deflate:': (bytes) => inflateRawSync(bytes),
  [SHORT]: (bytes) => inflateRawSync(bytes, { dictionary: DICTIONARY_1 }),
};

const jsonOf = (item: string): string => {
  const [word] = /^deflate\d*:/.exec(item) ?? [];
  if (word === undefined) return item;
  const inflate = ownValue(INFLATED, word);
  if (!inflate) throw new ItemFormatUnknown(word);
  return inflate(Buffer.from(item.slice(word.length), 'base64')).toString();
};

/** The state that a store wrote, in today's format. Throws ItemFormatUnknown. */
export const fromItem = (item: string): CustomerState => migrateItem(JSON.parse(jsonOf(item)));
