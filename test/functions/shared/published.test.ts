import { describe, expect, it } from 'vitest';
import { CatalogueOlder } from '../../../core/customer/catalogue-older.ts';
import {
  byNewest,
  type FetchPublished,
  keepPublished,
  madeOf,
  SEEN_WITHIN,
} from '../../../functions/shared/published.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';

const catalogueOf = (version: string) => ({ version }) as Catalogue;

/** A bucket in which one may publish, and a clock. */
const open = () => {
  const bucket = { number: 1, format: 1, isAway: false };
  const etags: (string | undefined)[] = [];
  const reported: unknown[] = [];
  let clock = 0;
  const fetch: FetchPublished = async (etag) => {
    etags.push(etag);
    if (bucket.isAway) throw new Error('away');
    const { number, format } = bucket;
    if (etag === `v${number}`) return 'same';
    return { etag: `v${number}`, published: { format, number, catalogue: catalogueOf(`c${number}`) } };
  };
  const pass = (time: number): void => {
    clock += time;
  };
  const published = keepPublished({ fetch, now: () => clock, report: (error) => reported.push(error) });
  return { bucket, etags, reported, pass, published };
};

describe('what is published', () => {
  it('is asked for once in a while, however many want to know, and by its etag', async () => {
    const { published, etags, pass } = open();
    await Promise.all([published.current(), published.current()]);
    pass(SEEN_WITHIN - 1);
    await published.current();
    expect(etags).toEqual([undefined]);
    pass(1);
    await published.current();
    expect(etags).toEqual([undefined, 'v1']);
  });

  it('is known within seconds of being published', async () => {
    const { published, bucket, pass } = open();
    expect((await published.current()).number).toBe(1);
    bucket.number = 2;
    expect((await published.current()).number).toBe(1);
    pass(SEEN_WITHIN);
    expect(await published.current()).toEqual({ number: 2, catalogue: catalogueOf('c2') });
  });

  it('is the same object for as long as it is the same version, so that what is made of it stays', async () => {
    const { published, pass } = open();
    let builds = 0;
    const of = madeOf(() => ++builds);
    of(await published.current());
    pass(SEEN_WITHIN);
    of(await published.current());
    expect(builds).toBe(1);
  });

  it('stays what it was where it cannot be read, which is told, and is read when it can be', async () => {
    const { published, bucket, reported, pass } = open();
    await published.current();
    Object.assign(bucket, { isAway: true, number: 2 });
    pass(SEEN_WITHIN);
    expect((await published.current()).number).toBe(1);
    expect(reported).toHaveLength(1);
    bucket.isAway = false;
    pass(SEEN_WITHIN);
    expect((await published.current()).number).toBe(2);
  });

  it('is nothing where it was never read: whoever asked comes again', async () => {
    const { published, bucket } = open();
    bucket.isAway = true;
    await expect(published.current()).rejects.toThrow('away');
    bucket.isAway = false;
    expect((await published.current()).number).toBe(1);
  });

  it('of a later release is not taken for one that this function knows', async () => {
    const { published, bucket } = open();
    bucket.format = 2;
    await expect(published.current()).rejects.toThrow(/format 2; this function knows 1. Deploy the release/);
  });
});

describe('who decides by it', () => {
  const older = (number: number, needed: number) => {
    if (number < needed) throw new CatalogueOlder();
    return number;
  };

  it('goes on by the newest where an item was written by one that came meanwhile, and has seen one version each time', async () => {
    const { published, bucket } = open();
    await published.current();
    bucket.number = 2;
    const seen: string[] = [];
    const answer = await byNewest(published, async ({ number, catalogue }) => {
      seen.push(`${number} ${catalogue.version}`);
      return older(number, 2);
    });
    expect([answer, seen]).toEqual([2, ['1 c1', '2 c2']]);
  });

  it('gives up where there is none that is newer: the command is tried again', async () => {
    const { published, etags } = open();
    await expect(byNewest(published, async ({ number }) => older(number, 3))).rejects.toThrow(CatalogueOlder);
    expect(etags).toEqual([undefined, 'v1']);
  });

  it('does not do again what failed for another reason', async () => {
    const { published, bucket } = open();
    let times = 0;
    const fail = async () => {
      times++;
      bucket.number++;
      throw new Error('no');
    };
    await expect(byNewest(published, fail)).rejects.toThrow('no');
    expect(times).toBe(1);
  });
});
