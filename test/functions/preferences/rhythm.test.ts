import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { ChosenEvent } from '../../../functions/preferences/events.ts';
import { createPreferences } from '../../../functions/preferences/preferences.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import { catalogue } from '../../support/catalogue.ts';

const NOW = Date.parse('2026-05-03T10:00:00Z');

/** `becomes`: what stands once they were heard, half a second after. */
const open = (state: Partial<CustomerState> = {}, becomes: Partial<CustomerState> = {}) => {
  let changes: Partial<CustomerState> = {};
  const published: ChosenEvent[] = [];
  const links = createLinks({ key: 'a key of more than sixteen bytes', baseUrl: '', now: () => new Date(NOW) });
  const app = createPreferences({
    spentOf: async () => [],
    pause: async () => {
      changes = becomes;
    },
    catalogue: catalogue(),
    links: async () => links,
    load: async (id) => ({ ...emptyCustomer(id, NOW), ...state, ...changes }),
    decisionOf: async () => undefined,
    exportCustomer: async () => ({}),
    shortLink: async () => undefined,
    publish: async (events) => void published.push(...events),
    now: () => NOW,
    count: () => {},
    report: () => {},
  });
  const path = links.preferences('ada');
  const page = async () => (await app.request(path)).text();
  const post = async (fields: Record<string, string> | [string, string][]) => {
    const answer = await app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: answer.status, page: await answer.text(), location: answer.headers.get('location') };
  };
  const follow = async (location: string | null) =>
    (await app.request(new URL(location ?? '', `http://localhost${path}`).href)).text();
  return { published, page, post, follow, links, path };
};

/** As a browser sends the only form of a page: what is ticked and selected, and what is hidden. */
const fieldsOf = (page: string): [string, string][] => {
  expect(page.match(/<form/g)).toHaveLength(1);
  const inputs = [...page.matchAll(/<input type="(\w+)" name="([\w-]+)" value="([^"]*)"( checked)?/g)].flatMap(
    ([, type, name = '', value = '', checked]): [string, string][] =>
      type === 'hidden' || checked ? [[name, value]] : [],
  );
  const selects = [...page.matchAll(/<select id="\w+" name="(\w+)">.*?<option selected>([\d:]+)/g)];
  return [...inputs, ...selects.map(([, name = '', value = '']): [string, string] => [name, value])];
};

const frequencyIn = (page: string) =>
  [...page.matchAll(/name="frequency" value="([\w-]+)" checked/g)].map(([, one]) => one);

describe('how often', () => {
  it('stands as it was chosen, and as now where nobody chose', async () => {
    expect(frequencyIn(await open().page())).toEqual(['as-now']);
    expect(frequencyIn(await open({ frequency: { choice: 'fewer', at: NOW } }).page())).toEqual(['fewer']);
  });

  it('is an event, and shown as it will stand', async () => {
    const { post, published } = open();
    const { page } = await post({ act: 'frequency', frequency: 'necessary' });
    expect(published).toEqual([
      { type: 'customer.frequency_chosen', detail: { customerId: 'ada', frequency: 'necessary' } },
    ]);
    expect(frequencyIn(page)).toEqual(['necessary']);
  });

  it('is nothing where it is the same, or no frequency', async () => {
    const { post, published } = open();
    for (const frequency of ['as-now', 'never', '']) await post({ act: 'frequency', frequency });
    expect(published).toEqual([]);
  });
});

describe('quiet hours', () => {
  it('of one’s own are chosen, and given up', async () => {
    const { post, published } = open();
    const { page } = await post({ act: 'hours', from: '22:00', to: '09:00' });
    expect(page).toContain('You chose: nothing from 22:00 to 09:00');
    await post({ act: 'usual-hours' });
    expect(published).toEqual([
      { type: 'customer.hours_chosen', detail: { customerId: 'ada', from: '22:00', to: '09:00' } },
      { type: 'customer.hours_chosen', detail: { customerId: 'ada' } },
    ]);
  });

  it.each([
    { from: '09:00', to: '09:00' },
    { from: '10:00', to: '08:00' },
    { from: '22:30', to: '09:00' },
    { from: '25:00', to: '09:00' },
    { from: '', to: '' },
  ])('that leave too little of a day open are refused: %j', async (hours) => {
    const { post, published } = open();
    const { status, page } = await post({ act: 'hours', ...hours });
    expect([status, published]).toEqual([422, []]);
    expect(page).toContain('role="alert">At least 4 hours');
  });
});

describe('a form that was sent', () => {
  it('leads to its page once that stands so, which says what was done and nothing of it in its address', async () => {
    const { post, follow, path } = open({}, { frequency: { choice: 'fewer', at: NOW } });
    const { status, location } = await post({ act: 'frequency', frequency: 'fewer' });
    expect([status, location]).toEqual([303, `${path.split('/').at(-1)}?done=common.saved`]);
    const page = await follow(location);
    expect(page).toContain('role="status">Saved.');
    expect(frequencyIn(page)).toEqual(['fewer']);
  });

  it('is answered itself, as it will stand, where a part of it is not heard in time', async () => {
    const { post } = open({}, { frequency: { choice: 'fewer', at: NOW } });
    const { status, page } = await post({ act: 'hours', from: '22:00', to: '09:00', frequency: 'fewer' });
    expect(status).toBe(200);
    expect(page).toContain('You chose: nothing from 22:00 to 09:00');
  });

  it('has a page that says nothing which is not ours, whatever its address asks for', async () => {
    const { follow, page, path } = open();
    for (const done of ['', 'known.nothing', 'constructor', '<b>']) {
      expect(await follow(`${path}?done=${encodeURIComponent(done)}`)).toBe(await page());
    }
  });
});

describe('what was changed anywhere on the page', () => {
  const frequencyIs = 'customer.frequency_chosen';

  it('is saved by whichever button is pressed', async () => {
    const { page, post, published } = open();
    const form = fieldsOf(await page())
      .filter(([name, value]) => name !== 'on' || value !== 'topic:tips')
      .map(([name, value]): [string, string] => [name, name === 'frequency' ? 'fewer' : value]);
    const after = await post([...form, ['act', 'frequency']]);
    expect(published.map(({ detail }) => detail)).toEqual([
      { customerId: 'ada', topic: 'tips', choice: 'withdrawn' },
      { customerId: 'ada', frequency: 'fewer' },
    ]);
    expect(fieldsOf(after.page)).not.toContainEqual(['on', 'topic:tips']);
    expect(frequencyIn(after.page)).toEqual(['fewer']);
    const paused = await post([...form, ['pause', 'week']]);
    expect(published.slice(2).map(({ type }) => type)).toEqual(['customer.paused', published[0]?.type, frequencyIs]);
    expect(paused.page).toContain('Enjoy the quiet');
  });

  it('is nothing where nothing was touched, and hours are no choice of theirs then', async () => {
    const { page, post, follow, published } = open();
    const { location } = await post([...fieldsOf(await page()), ['save', '1']]);
    expect(await follow(location)).toContain('Nothing was changed.');
    expect(published).toEqual([]);
  });

  it('can be taken back while it is still on its way', async () => {
    const { page, post, published } = open();
    const first = await post([
      ...fieldsOf(await page()).filter(([name]) => name !== 'frequency'),
      ['frequency', 'fewer'],
    ]);
    const back = fieldsOf(first.page).filter(([name]) => name !== 'frequency');
    await post([...back, ['frequency', 'as-now']]);
    expect(published.map(({ detail }) => detail.frequency)).toEqual(['fewer', 'as-now']);
  });

  it('is saved but for hours that cannot be, which stay as they were typed', async () => {
    const { page, post, published } = open();
    const form = fieldsOf(await page()).filter(([name, value]) => !/^(from|to)$/.test(name) && value !== 'topic:tips');
    const after = await post([...form, ['was', 'topic:tips'], ['from', '10:00'], ['to', '08:00'], ['act', 'hours']]);
    expect([after.status, published.length]).toEqual([422, 1]);
    expect(after.page).toMatch(/role="alert">Saved\..* At least 4 hours/);
    expect(fieldsOf(after.page)).toEqual(
      expect.arrayContaining([
        ['from', '10:00'],
        ['to', '08:00'],
      ]),
    );
  });
});

describe('what nobody has chosen yet', () => {
  it('says so, with what applies', async () => {
    const { page } = open();
    expect(await page()).toMatch(/Tips <small>not chosen yet: we write/);
    const preferences = open({ consent: { 'topic:tips': { choice: 'withdrawn', at: NOW } } });
    expect(await preferences.page()).not.toMatch(/Tips <small>/);
  });
});

describe('the way to what is known', () => {
  it('is made for the day, and is no good for longer than the link it was reached from', async () => {
    const { page, links } = open();
    const [, token = ''] = /href="\.\.\/known\/([\w-]+)"/.exec(await page()) ?? [];
    expect(links.verify(token)).toEqual({ use: 'known', customer: 'ada' });
    const late = createLinks({
      key: 'a key of more than sixteen bytes',
      baseUrl: '',
      now: () => new Date(NOW + 3 * 86_400_000),
    });
    expect(() => late.verify(token)).toThrow('expired');
  });
});
