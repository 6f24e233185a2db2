import { expect, it } from 'vitest';
import { commit, commitOfKnown, type OpenCensus } from './support.ts';

/** How every storage of a census finds people. */
export const directoryContract = (opened: OpenCensus): void => {
  it('finds people by address, number and beginnings of names', async () => {
    const { directory, take } = await opened();
    await take(
      commitOfKnown('ada', {
        email: 'Ada.L@Example.com',
        phone: '+491712345678',
        firstName: 'Ada',
        lastName: 'Lovelace',
      }),
      commitOfKnown('zoe', { name: 'Zoë Ödalsø-Müller', email: 'zoe@example.com' }),
    );
    const search = async (text: string) => (await directory.find(text, { count: 9 })).items;
    const byName = (customer: string) => [{ customer, by: 'name' }];
    expect(await search('ada.l@ex')).toEqual([{ customer: 'ada', by: 'email' }]);
    expect(await search('0171 / 23 45 678')).toEqual([{ customer: 'ada', by: 'phone' }]);
    expect(await search('0049 171 2345678')).toEqual([{ customer: 'ada', by: 'phone' }]);
    expect(await search('LOVE')).toEqual(byName('ada'));
    expect(await search('love ad')).toEqual(byName('ada'));
    expect(await search('love zo')).toEqual([]);
    expect(await search('odals')).toEqual(byName('zoe'));
    expect(await search('mull zoe')).toEqual(byName('zoe'));
    expect(await search('z')).toEqual([]);
    expect(await search('')).toEqual([]);
    expect(await search('guest')).toEqual([{ customer: 'ada', by: 'id' }]);
    expect(await search('ada')).toEqual([{ customer: 'ada', by: 'id' }]);
    expect(await search('nobody')).toEqual([]);
  });

  it('finds people in pages', async () => {
    const { directory, take } = await opened();
    await take(
      ...['a', 'b', 'c', 'd', 'e'].map((id) => commitOfKnown(id, { firstName: 'Kim', lastName: `Doe-${id}x` })),
    );
    const all: string[] = [];
    let after: string | undefined;
    do {
      const page = await directory.find('kim do', { count: 2, after });
      expect(page.items.length).toBeLessThanOrEqual(2);
      all.push(...page.items.map(({ customer }) => customer));
      after = page.next;
    } while (after !== undefined);
    expect(all.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('finds nobody by what they are not known by any more', async () => {
    const { directory, take } = await opened();
    await take(commitOfKnown('ada', { email: 'old@example.com', firstName: 'Ada' }));
    await take(commitOfKnown('ada', { email: 'new@example.com' }, 2));
    const search = async (text: string) => (await directory.find(text, { count: 9 })).items.map(({ by }) => by);
    expect(await search('old@example.com')).toEqual([]);
    expect(await search('new@example.com')).toEqual(['email']);
    // Erased, or an alias of somebody else.
    await take(commitOfKnown('ada', {}, 3));
    expect(await search('new@example.com')).toEqual([]);
  });

  it('finds those who ask for something by that, and nobody who does no more', async () => {
    const { askers, take } = await opened();
    const asks = (id: string, version: number, themes: string[], moved: string[]) =>
      commit(id, version, {
        themes: Object.fromEntries(themes.map((theme) => [theme, { at: 1 }])),
        before: { version, themes: moved },
      });
    const all = ['a', 'b', 'c', 'd', 'e'];
    await take(...all.map((id) => asks(id, 1, ['export', 'dark'], ['export', 'dark'])));
    await take(
      asks('c', 2, ['dark'], ['export']),
      asks('c', 3, ['dark', 'export'], ['export']),
      asks('e', 2, [], ['export', 'dark']),
    );
    const results: string[] = [];
    for (let after: string | undefined; ; ) {
      const { customers, next } = await askers.page('export', after, 2);
      results.push(...customers);
      if (next === undefined) break;
      after = next;
    }
    expect(results.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    const [, second = ''] = results;
    expect((await askers.page('export', second, 9)).customers).toEqual(results.slice(2));
    expect([await askers.count('export'), await askers.count('dark'), await askers.count('none')]).toEqual([4, 4, 0]);
  });
};
