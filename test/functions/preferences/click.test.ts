import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { ChosenEvent } from '../../../functions/preferences/events.ts';
import { createPreferences } from '../../../functions/preferences/preferences.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import { createSeal } from '../../../functions/shared/seal.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { policy, catalogue as standard } from '../../support/catalogue.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const KEY = 'a key of more than sixteen bytes';
const about = { customer: 'ada', enrolment: 'e1', step: 'send-tip', visit: 2, moment: 'tip' };
const PERSON =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15';

/** The pages of somebody of whom this is known, on a stage that counts links. */
const open = (state: Partial<CustomerState> | null = {}, measures = true) => {
  const clock = { now: NOW };
  const published: ChosenEvent[] = [];
  const reported: unknown[] = [];
  const faults = { publish: false };
  const links = createLinks({ key: KEY, baseUrl: '', now: () => new Date(clock.now) });
  const app = createPreferences({
    spentOf: async () => [],
    pause: async () => {},
    catalogue: standard({ policy: { ...policy, ...(measures && { measure: 'clicks' as const }) } }),
    links: async () => links,
    load: async (id) => (state === null ? undefined : { ...emptyCustomer(id, NOW), ...state }),
    decisionOf: async () => undefined,
    exportCustomer: async (customer) => ({ customer }),
    shortLink: async () => undefined,
    publish: async (events) => {
      if (faults.publish) throw new Error('no bus');
      published.push(...events);
    },
    now: () => clock.now,
    count: () => {},
    report: (error) => void reported.push(error),
  });
  const openLink = (url: string, headers: Record<string, string> = { 'user-agent': PERSON }, method = 'GET') =>
    app.request(links.click({ ...about, url }), { headers, method });
  return { app, clock, links, published, reported, faults, openLink };
};

const SHOP = 'https://shop.example/tips?a=1&b=%C3%A9#top';

describe('a counted link', () => {
  it('leads where it led in the copy, and tells which it was', async () => {
    const { openLink, published } = open();
    const answer = await openLink(SHOP);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, SHOP]);
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(published).toEqual([
      {
        type: 'message.clicked',
        detail: { customerId: 'ada', channel: 'email', decision: 'e1/send-tip/2', moment: 'tip', link: SHOP },
      },
    ]);
  });

  it('leads to any address of the web that a browser would open, as a browser reads it', async () => {
    const { openLink } = open();
    const paths = fc.string({ unit: 'grapheme', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), paths), async (text) => {
        const url = text.startsWith('http') ? text : `https://shop.example/${text}`;
        if (!URL.canParse(url)) return;
        const answer = await openLink(url);
        expect([answer.status, answer.headers.get('location')]).toEqual([302, new URL(url).href]);
      }),
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'mailto:a@b.example'])(
    'leads to nothing but the web, whatever was sealed: %s',
    async (url) => {
      const { openLink, published } = open();
      expect((await openLink(url)).status).toBe(404);
      expect(published).toEqual([]);
    },
  );

  it('cannot be made by anybody else, and no other link of ours is one', async () => {
    const { app, links, published } = open();
    const forged = createSeal(Buffer.from('another key of some length')).seal(
      JSON.stringify([99_999, { use: 'click', ...about, url: SHOP }]),
    );
    const other = links.preferences('ada').replace('/preferences/', '/c/');
    const cut = links.click({ ...about, url: SHOP }).slice(0, -2);
    for (const link of [`/c/${forged}`, other, cut, '/c/x?url=https://evil.example', '/c/'])
      expect((await app.request(link, { headers: { 'user-agent': PERSON } })).status).toBe(404);
    expect(published).toEqual([]);
  });

  it('leads on for two years, and then says that it is too old', async () => {
    const { app, links, clock } = open();
    const link = links.click({ ...about, url: SHOP });
    const ask = async () => (await app.request(link, { headers: { 'user-agent': PERSON } })).status;
    clock.now += 729 * DAY;
    expect(await ask()).toBe(302);
    clock.now += 3 * DAY;
    expect(await ask()).toBe(410);
  });

  it.each([
    ['a scanner of mail', { 'user-agent': 'Mozilla/5.0 (compatible; Barracuda Sentinel)' }],
    ['a preview', { 'user-agent': 'Slackbot-LinkExpanding 1.0' }],
    ['a program', { 'user-agent': 'python-requests/2.32' }],
    ['nobody that says who it is', {}],
    ['a browser that fetches ahead', { 'user-agent': PERSON, 'sec-purpose': 'prefetch;prerender' }],
  ])('is not counted where %s opens it, and leads there all the same', async (_, headers) => {
    const { openLink, published } = open();
    expect((await openLink(SHOP, headers as Record<string, string>)).headers.get('location')).toBe(SHOP);
    expect(published).toEqual([]);
  });

  it('is not counted where only its head is asked for', async () => {
    const { openLink, published } = open();
    expect((await openLink(SHOP, undefined, 'HEAD')).status).toBe(302);
    expect(published).toEqual([]);
  });

  it.each([
    ['of somebody who refused', { consent: { 'measure:clicks': { choice: 'withdrawn' as const, at: 1 } } }, true],
    ['of somebody who is being erased', { erased: 1 }, true],
    ['of nobody whom we know', null, true],
    ['once nothing is measured any more', {}, false],
  ])('is not counted %s', async (_, state, measures) => {
    const { openLink, published } = open(state, measures);
    expect((await openLink(SHOP)).status).toBe(302);
    expect(published).toEqual([]);
  });

  it('leads on where it cannot be told', async () => {
    const { openLink, faults, reported } = open();
    faults.publish = true;
    expect((await openLink(SHOP)).headers.get('location')).toBe(SHOP);
    expect(reported).toHaveLength(1);
  });
});

describe('the page of preferences', () => {
  const press = async (world: ReturnType<typeof open>, measuring: string) => {
    const answer = await world.app.request(world.links.preferences('ada'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ measuring }).toString(),
    });
    return answer.text();
  };

  it('says what is counted, and ends it by a button', async () => {
    const world = open();
    const page = await (await world.app.request(world.links.preferences('ada'))).text();
    expect(page).toContain('We count which links you open in our emails');
    expect(page).toContain('Do not count my links');
    const after = await press(world, 'stop');
    expect(after).toContain('From now on nothing that you open is counted');
    expect(after).toContain('Count my links');
    expect(world.published).toEqual([
      { type: 'customer.measuring_chosen', detail: { customerId: 'ada', choice: 'withdrawn' } },
    ]);
  });

  it('begins it again for who refused it', async () => {
    const world = open({ consent: { 'measure:clicks': { choice: 'withdrawn', at: 1 } } });
    const page = await (await world.app.request(world.links.preferences('ada'))).text();
    expect(page).toContain('We do not count which links you open');
    await press(world, 'start');
    expect(world.published[0]?.detail).toEqual({ customerId: 'ada', choice: 'granted' });
  });

  it('says nothing of it where nothing is counted, and takes no choice', async () => {
    const world = open({}, false);
    const page = await (await world.app.request(world.links.preferences('ada'))).text();
    expect(page).not.toContain('What we count');
    await press(world, 'stop');
    expect(world.published).toEqual([]);
  });
});
