import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { customerZone } from '../customer/model/customer-zone.ts';
import { type CustomerRecord, explain } from './explain.ts';
import { explanationLines } from './lines.ts';
import { readAt } from './read-at.ts';

export interface WhyAsked {
  /** Only what was decided by then, and how it was then. */
  at?: string | undefined;
  json?: boolean | undefined;
}

/** Why a customer got what they got, and did not get the rest: lines for people, or the lines of one JSON document. */
export const why = (
  record: CustomerRecord,
  catalogue: Catalogue,
  { at: text, json }: WhyAsked,
): { ok: boolean; lines: string[] } => {
  const { customer, timeline, state } = record;
  if (timeline.length === 0) {
    return { ok: false, lines: [`Nothing is on record of ${JSON.stringify(customer)}.`] };
  }
  const zone = customerZone(state, catalogue);
  const at = text === undefined ? undefined : readAt(text, zone);
  if (text !== undefined && at === undefined) {
    const like = 'it should be such as 2026-03-11, "2026-03-11 10:00" or 2026-03-11T09:00:00Z';
    return { ok: false, lines: [`--at is ${JSON.stringify(text)}; ${like}.`] };
  }
  const explained = explain(record, catalogue, { zone, at });
  return {
    ok: true,
    lines: json ? JSON.stringify(explained, null, 2).split('\n') : explanationLines(explained, catalogue),
  };
};
