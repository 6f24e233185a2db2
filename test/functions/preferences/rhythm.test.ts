import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { ChosenEvent } from '../../../functions/preferences/events.ts';
import { createPreferences } from '../../../functions/preferences/preferences.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import { catalogue } from '../../support/catalogue.ts';

const NOW = Date.parse('2026-05-03T10:00:00Z');

const open = (state: Partial<CustomerState> = {}) => {
  const published: ChosenEvent[] = [];
  const links = createLinks({ key: 'a key of more than sixteen bytes', baseUrl: '', now: () => new Date(NOW) });
  const app = createPreferences({
    spentOf: async () => [],
    pause: async () => {},
    catalogue: catalogue(),
    links: async () => links,
    load: async (id) => ({ ...emptyCustomer(id, NOW), ...state }),
    decisionOf: async () => undefined,
    held: async () => ({}),
    shortLink: async () => undefined,
    publish: async (events) => void published.push(...events),
    now: () => NOW,
    count: () => {},
    report: () => {},
  });
  const path = links.preferences('ada');
  const page = async () => (await app.request(path)).text();
  const post = async (fields: Record<string, string>) => {
    const answer = await app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: answer.status, page: await answer.text() };
  };
  return { published, page, post, links, path };
};

const chosen = (page: string) => [...page.matchAll(/name="frequency" value="([\w-]+)" checked/g)].map(([, one]) => one);

describe('how often', () => {
  it('stands as it was chosen, and as now where nobody chose', async () => {
    expect(chosen(await open().page())).toEqual(['as-now']);
    expect(chosen(await open({ frequency: { choice: 'fewer', at: NOW } }).page())).toEqual(['fewer']);
  });

  it('is an event, and shown as it will stand', async () => {
    const { post, published } = open();
    const { page } = await post({ act: 'frequency', frequency: 'necessary' });
    expect(published).toEqual([
      { type: 'customer.frequency_chosen', detail: { customerId: 'ada', frequency: 'necessary' } },
    ]);
    expect(chosen(page)).toEqual(['necessary']);
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

describe('what nobody has chosen yet', () => {
  it('says so, with what applies', async () => {
    const { page } = open();
    expect(await page()).toMatch(/Tips <small>not chosen yet: we write/);
    const said = open({ consent: { 'topic:tips': { choice: 'withdrawn', at: NOW } } });
    expect(await said.page()).not.toMatch(/Tips <small>/);
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
