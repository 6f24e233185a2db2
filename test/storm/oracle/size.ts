import { toItem } from '../../../core/customer/model/item.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Ledger } from './ledger.ts';

const MAX_ITEM = 16 * 1024;

/** Of the longest JSON: what is shorter was never the largest as it is written. */
const NEARLY = 0.9;

/** How many of each an item keeps, however old its customer is. */
const MOST = { seen: 64, seenTypes: 32, evidence: 12, incidents: 32, enrolments: 24, occurrences: 8, ended: 16 };

const longest = (lists: Record<string, unknown[]>): number =>
  Math.max(0, ...Object.values(lists).map(({ length }) => length));

const countsOf = ({
  seen,
  seenOf = {},
  evidence,
  incidents,
  enrolments,
  occurrences,
  ended,
}: CustomerState): typeof MOST => ({
  seen: Object.keys(seen).length,
  seenTypes: Object.keys(seenOf).length,
  evidence: evidence.length,
  incidents: Object.keys(incidents).length,
  enrolments: Object.keys(enrolments).length,
  occurrences: longest(occurrences),
  ended: longest(ended),
});

/** Whether an item stays within its size, as stores write it. */
export const createSizeWatch = (ledger: Ledger) => {
  const { broken, record } = ledger;
  const { items } = record;
  return (state: CustomerState): void => {
    const json = Buffer.byteLength(JSON.stringify(state));
    // As it is written an item is never longer than its JSON, and about as much shorter as others: few are deflated to know.
    if (json > MAX_ITEM || json > NEARLY * items.longest) {
      items.longest = Math.max(items.longest, json);
      const bytes = Buffer.byteLength(toItem(state));
      items.largest = Math.max(items.largest, bytes);
      if (bytes > MAX_ITEM) broken('I8', `The item has ${bytes} bytes.`);
    }
    const counts = countsOf(state);
    for (const what of Object.keys(MOST) as (keyof typeof MOST)[])
      if (counts[what] > MOST[what]) broken('I8', `The item keeps ${counts[what]} of ${what}.`);
  };
};
