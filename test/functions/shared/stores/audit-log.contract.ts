import { describe, expect, it } from 'vitest';
import type { Act, AuditLog } from '../../../../functions/shared/stores/audit-log.ts';

const pause = (more: Partial<Act> = {}): Act => ({
  who: { name: 'mia@acme.example', vouched: 'sign-in' },
  right: 'marketer',
  at: '2026-03-02T09:00:00.000Z',
  act: 'pause',
  subject: { kind: 'journey', id: 'hello' },
  before: { paused: false },
  after: { paused: true },
  request: 'r-1',
  ...more,
});

const at = (minute: number): string => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`;

/** What every log of acts does. */
export const auditLogContract = (name: string, open: () => AuditLog): void => {
  describe(`the audit log in ${name}`, () => {
    it('has no line where nobody did anything', async () => {
      expect(await open().page()).toEqual({ items: [] });
    });

    it('says who did what to what, as what, and what was so before and after', async () => {
      const log = open();
      await log.append(pause());
      const { items } = await log.page();
      expect(items).toEqual([{ ...pause(), format: 1, id: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
    });

    it('says that something came to nothing', async () => {
      const log = open();
      await log.append(pause());
      await log.append(pause({ at: at(1), outcome: 'failed' }));
      expect((await log.page()).items.map(({ outcome }) => outcome)).toEqual(['failed', undefined]);
    });

    it('is read newest first, page by page, and each line once', async () => {
      const log = open();
      for (const minute of [3, 1, 5, 2, 4]) await log.append(pause({ at: at(minute) }));
      const pages: string[][] = [];
      let after: string | undefined;
      do {
        const { items, next } = await log.page({ after, count: 2 });
        pages.push(items.map((line) => line.at));
        after = next;
      } while (after !== undefined);
      expect(pages.flat()).toEqual([5, 4, 3, 2, 1].map(at));
      expect(pages[0]).toHaveLength(2);
    });

    it('goes on over the turn of a year', async () => {
      const log = open();
      const times = ['2026-01-01T00:00:00.000Z', '2025-12-31T23:59:59.999Z'];
      for (const time of times) await log.append(pause({ at: time }));
      const first = await log.page({ count: 1 });
      const second = await log.page({ count: 1, after: first.next });
      expect([first, second].flatMap(({ items }) => items.map((line) => line.at))).toEqual(times);
    });

    it('has one line of an act that is told twice, and two of two acts of one request', async () => {
      const log = open();
      await log.append(pause());
      await log.append(pause());
      await log.append(pause({ act: 'resume' }));
      expect((await log.page()).items).toHaveLength(2);
    });

    it('has two lines of one act of the same instant, of which one says how it was before', async () => {
      const log = open();
      await log.append(pause({ before: undefined, after: undefined }));
      await log.append(pause());
      const { items } = await log.page();
      expect(items.map(({ before }) => before)).toEqual(expect.arrayContaining([undefined, { paused: false }]));
    });

    it('never holds the id of a customer, and finds what was done to one by it', async () => {
      const log = open();
      const erase = (id: string, minute: number) =>
        pause({ act: 'erase', subject: { kind: 'customer', id }, at: at(minute), before: undefined, after: undefined });
      await log.append(erase('ada@example.com', 1));
      await log.append(erase('bob@example.com', 2));
      await log.append(pause({ at: at(3) }));
      const all = await log.page();
      expect(all.items).toHaveLength(3);
      expect(JSON.stringify(all)).not.toMatch(/ada|bob/);
      const { items } = await log.page({ about: { kind: 'customer', id: 'ada@example.com' } });
      expect(items).toMatchObject([{ act: 'erase', at: at(1), subject: { kind: 'customer' } }]);
      expect((await log.page({ about: { kind: 'customer', id: 'eve' } })).items).toEqual([]);
    });
  });
};
