import { describe, expect, it } from 'vitest';
import { collectRecords } from '../../../../functions/shared/stores/collect-records.ts';
import { RECORD_KINDS, type RecordKind } from '../../../../functions/shared/stores/customer-records.ts';

const page = async (id: string, kind: RecordKind, after?: string) => {
  const item = { at: '2026-03-02T10:00:00Z', text: `${kind} of ${id}, page ${after ?? 1}` };
  return { items: [item], ...(after === undefined && { next: '2' }) };
};

describe('what is held beside an item', () => {
  it('is read of every kind that an erasure takes, under every id, page by page', async () => {
    const { records, isCut } = await collectRecords(page, ['ada', 'guest']);
    expect(Object.keys(records).toSorted()).toEqual([...RECORD_KINDS].toSorted());
    for (const kind of RECORD_KINDS)
      expect(records[kind].map((one) => (one as { text: string }).text).toSorted()).toEqual([
        `${kind} of ada, page 1`,
        `${kind} of ada, page 2`,
        `${kind} of guest, page 1`,
        `${kind} of guest, page 2`,
      ]);
    expect(isCut).toBe(false);
  });

  it('is cut where there is no more room, and that is said', async () => {
    const { records, isCut } = await collectRecords(page, ['ada'], 200);
    expect(Object.values(records).flat().length).toBeLessThan(8);
    expect(isCut).toBe(true);
  });
});
