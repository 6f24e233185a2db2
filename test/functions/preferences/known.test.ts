import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { readSignals } from '../../../core/sentiment/read-signals.ts';
import type { ChosenEvent } from '../../../functions/preferences/events.ts';
import { createExportCustomer } from '../../../functions/preferences/export-customer.ts';
import { createPreferences } from '../../../functions/preferences/preferences.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import { RECORD_KINDS } from '../../../functions/shared/stores/customer-records.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { eventType, journey, moment, catalogue as standard } from '../../support/catalogue.ts';

const NOW = Date.parse('2026-05-03T10:00:00Z');
const field = (
  type: 'text' | 'number' | 'boolean' | 'date' | 'email',
  provenance: 'stated' | 'inferred' | 'observed',
) => ({
  type,
  optional: true,
  provenance,
});

const catalogue = (pages?: Catalogue['pages']): Catalogue => ({
  ...standard({
    events: {
      signed: eventType({
        fields: {
          firstName: field('text', 'stated'),
          email: field('email', 'stated'),
          seats: field('number', 'stated'),
          born: field('date', 'stated'),
          plan: field('text', 'observed'),
          company: field('text', 'inferred'),
          locale: field('text', 'stated'),
        },
        sets: {
          firstName: 'firstName',
          email: 'email',
          seats: 'seats',
          born: 'born',
          plan: 'plan',
          company: 'company',
          locale: 'locale',
        },
      }),
    },
    moments: { welcome: moment('welcome', { title: 'Welcome', attributes: ['firstName'] }) },
    journeys: {
      team: journey('team', 'start', {
        title: 'For teams',
        enter: { on: ['start'], when: 'customer.seats > 3', again: 'always' },
      }),
    },
  }),
  ...(pages && { pages }),
});

const attributeOf = (value: string | number, provenance: 'stated' | 'inferred' | 'observed', more = {}) => ({
  value,
  provenance,
  event: 'signed',
  at: NOW - 30 * DAY,
  ...more,
});

const attributes = {
  firstName: attributeOf('Ada <b>', 'stated'),
  email: attributeOf('ada@example.com', 'stated'),
  seats: attributeOf(4, 'stated'),
  plan: attributeOf('pro', 'observed'),
  company: attributeOf('Acme', 'inferred', { since: NOW - 60 * DAY }),
};
const hearing = { weight: 1, heardAt: NOW - DAY };
const themes: CustomerState['themes'] = {
  'dark-theme': { at: Date.parse('2026-05-01T10:00:00Z'), event: 'customer.theme_set', noted: true },
  export: { at: Date.parse('2026-05-02T10:00:00Z'), event: 'feedback.received', quote: 'An <b>export</b>, please.' },
};

const evidence: CustomerState['evidence'] = [
  {
    at: '2026-05-02T09:00:00.000Z',
    event: 'message.replied',
    value: -0.9,
    because: 'wrote “killer” and “<i>”, which reads as negative',
    id: 'e1',
    ...hearing,
  },
  {
    at: '2026-05-02T10:00:00.000Z',
    event: 'feedback.received',
    value: 1,
    because: 'scored 10 of 10 when asked whether they would recommend us',
    id: 'e2',
    ...hearing,
  },
  { at: '2026-05-02T11:00:00.000Z', event: 'fail', value: -0.5, because: 'Something failed.', id: 'e3', ...hearing },
  { at: '2026-05-02T12:00:00.000Z', event: 'old', value: -0.5, because: 'wrote a message, which reads as negative' },
];
const mood = {
  s: -0.4,
  w: 3,
  at: NOW - DAY,
  quietUntil: NOW + DAY,
  strongAt: Date.parse('2026-05-02T09:00:00Z'),
  negativeUntil: NOW + DAY,
};
const moodBefore = { s: 0, w: 0, at: NOW - 2 * DAY, quietUntil: 0, negativeUntil: 0 };

const open = (
  state: Partial<CustomerState> | null = { attributes, evidence, mood, moodBefore, themes },
  pages?: Catalogue['pages'],
  published: ChosenEvent[] = [],
) => {
  const clock = { now: NOW };
  const counts: unknown[] = [];
  const reported: unknown[] = [];
  const links = createLinks({ key: 'a key of more than sixteen bytes', baseUrl: '', now: () => new Date(clock.now) });
  const app = createPreferences({
    spentOf: async () => [],
    pause: async () => {},
    catalogue: catalogue(pages),
    links: async () => links,
    load: async (id) => (state === null ? undefined : { ...emptyCustomer(id, NOW - 90 * DAY), version: 1, ...state }),
    decisionOf: async () => undefined,
    exportCustomer: async (customer) => ({ customer, timeline: [], messages: [] }),
    shortLink: async () => undefined,
    publish: async (events) => void published.push(...events),
    now: () => clock.now,
    count: (...parameters) => counts.push(parameters),
    report: (error) => reported.push(error),
  });
  const path = links.known('ada');
  const post = async (fields: Record<string, string>, to = path, headers = {}) => {
    const answer = await app.request(to, { method: 'POST', body: new URLSearchParams(fields), headers });
    return { status: answer.status, page: await answer.text() };
  };
  const get = async (to = path, headers: Record<string, string> = {}) => {
    const answer = await app.request(to, { headers });
    return { status: answer.status, page: await answer.text(), headers: answer.headers };
  };
  return { app, clock, published, counts, reported, links, path, post, get };
};

const unmarked = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('what we know about you', () => {
  it('tells every fact with its source, since when and what it is used for', async () => {
    const { get, published } = open();
    const { status, page } = await get();
    const words = unmarked(page);
    expect(status).toBe(200);
    expect(page).toContain('Ada &lt;b&gt;');
    expect(words).toContain('First name Ada &lt;b&gt; You told us. Since 3 April 2026. Printed in: Welcome.');
    expect(words).toContain('Seats 4 You told us. Since 3 April 2026. Decides what you get in: For teams.');
    expect(words).toContain('It was concluded, not told by you. So since 4 March 2026; last told on 3 April 2026.');
    expect(words).toContain('Plan pro We saw it as you used our service.');
    expect(words).toContain('may not, unless the message says why');
    expect(published).toEqual([]);
  });

  it('lets a stated fact be corrected, an inferred one be removed, and neither an address nor what we saw', async () => {
    const { page } = await open().get();
    const item = (name: string) => page.split('<li>').find((part) => part.startsWith(`<h3>${name}</h3>`)) ?? '';
    expect(item('First name')).toContain('value="correct"');
    expect(item('Seats')).toContain('type="number"');
    expect(item('Company')).toMatch(/value="remove"/);
    expect(item('Company')).not.toMatch(/value="correct"/);
    for (const name of ['Email', 'Plan']) expect(item(name)).not.toContain('<form');
  });

  it('tells what was understood from which words, and lets what can be taken back be disputed', async () => {
    const { page } = await open().get();
    expect(unmarked(page)).toContain('You wrote on 2 May 2026: “killer”, “&lt;i&gt;”. We understood: very unhappy.');
    expect(unmarked(page)).toContain('You answered 10 of 10 on 2 May 2026. We understood: happy.');
    expect(unmarked(page)).toContain('On 2 May 2026 this happened: Something failed. We supposed: unhappy.');
    expect([...page.matchAll(/name="evidence" value="(\w+)"/g)].map(([, id]) => id)).toEqual(['e3', 'e2', 'e1']);
  });

  it('says what happened in their language, as the project does', async () => {
    const german = { attributes: { locale: attributeOf('de', 'stated') }, evidence };
    const { get } = open(german, { de: { 'event.fail': 'Etwas ging nicht.' } });
    expect(unmarked((await get()).page)).toContain('Am 2. Mai 2026 geschah dies: Etwas ging nicht. Wir nahmen an:');
  });

  it('says in their language that something happened, where an event does not say what it is about', async () => {
    const { signals } = await readSignals(eventType({ signals: [{ value: -0.5, weight: 1 }] }), {});
    const unsaid = signals.map((signal) => ({ ...hearing, ...signal, at: '2026-05-02T11:00:00.000Z', event: 'fail' }));
    const { get } = open({ attributes: { locale: attributeOf('de', 'stated') }, evidence: unsaid });
    expect(unmarked((await get()).page)).toContain('Am 2. Mai 2026 geschah etwas. Wir nahmen an: unzufrieden.');
  });

  it('quotes as their language does', async () => {
    const { get } = open({ attributes: { locale: attributeOf('de', 'stated') }, evidence });
    expect(unmarked((await get()).page)).toContain('Sie schrieben am 2. Mai 2026: „killer“, „&lt;i&gt;“.');
  });

  it('tells what they asked for, with the sentence of theirs that is kept', async () => {
    const { page } = await open().get();
    expect(unmarked(page)).toContain('export, on 2 May 2026: “An &lt;b&gt;export&lt;/b&gt;, please.”');
    expect(unmarked(page)).toContain('dark theme, on 1 May 2026');
  });

  it('calls what they asked for, and the way that they like best, in their language as the project does', async () => {
    const german = { locale: attributeOf('de', 'stated'), preferredChannel: attributeOf('inbox', 'stated') };
    const pages = { de: { 'theme.dark-theme': 'Dunkles Design', 'channel.inbox': 'Nachrichten im Konto' } };
    const { page } = await open({ attributes: german, themes }, pages).get();
    expect(unmarked(page)).toContain('Dunkles Design, am 1. Mai 2026');
    expect(page).toContain('<p class="value">Nachrichten im Konto</p>');
  });

  it('runs no script, loads nothing, and is not kept by anybody', async () => {
    const { page, headers } = await open().get();
    expect(page).not.toMatch(/<script|https?:|url\(|@import/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
  });

  it('is empty of somebody who was erased or is not known', async () => {
    for (const state of [null, { erased: NOW }]) {
      const { get, post, published } = open(state);
      expect((await get()).page).toContain('We know nothing about you.');
      expect((await post({ act: 'remove', fact: 'company' })).status).toBe(404);
      expect((await get(`${open().path}/download`)).status).toBe(404);
      expect(published).toEqual([]);
    }
  });
});

describe('what they say about it', () => {
  it('is an event, and shown as it will stand', async () => {
    const { post, published, counts } = open();
    const { page } = await post({ act: 'correct', fact: 'firstName', value: '  Ada\u0000 Lovelace ' });
    expect(published).toEqual([
      { type: 'customer.fact_corrected', detail: { customerId: 'ada', attribute: 'firstName', value: 'Ada Lovelace' } },
    ]);
    expect(counts).toEqual([['FactCorrected']]);
    expect(page).toMatch(/role="status">Saved: First name\./);
    expect(page).toContain('<p class="value">Ada Lovelace</p>');
  });

  it('has their language from those that we speak, each by its name', async () => {
    const german = { attributes: { locale: attributeOf('de-AT', 'stated') } };
    const { get, post, published } = open(german, { fr: { 'common.yes': 'oui' } });
    const { page } = await get();
    expect(page).toContain('<p class="value">Österreichisches Deutsch</p>');
    const options = [...page.matchAll(/<option value="([\w-]+)"( selected)?>([^<]+)/g)].map(([, ...one]) => one);
    expect(options).toEqual([
      ['de-AT', ' selected', 'Österreichisches Deutsch'],
      ['en', undefined, 'Englisch'],
      ['de', undefined, 'Deutsch'],
      ['fr', undefined, 'Französisch'],
    ]);
    for (const value of ['Deutsch', 'Klingonisch', 'tlh']) {
      const refused = await post({ act: 'correct', fact: 'locale', value });
      expect([refused.status, published]).toEqual([422, []]);
      expect(refused.page).toContain('role="alert">Das passt nicht, und es wurde nichts geändert: Locale.');
    }
    expect((await post({ act: 'correct', fact: 'locale', value: 'de' })).status).toBe(200);
    expect(published[0]?.detail).toMatchObject({ attribute: 'locale', value: 'de' });
  });

  it('leads to its page once it is heard, with the name of a fact in the address and not what it says', async () => {
    const { company: _, ...others } = attributes;
    const events: ChosenEvent[] = [];
    const { app, path, get } = open(
      {
        get attributes() {
          return events.length > 0 ? others : attributes;
        },
      },
      undefined,
      events,
    );
    const form = new URLSearchParams({ act: 'remove', fact: 'company' });
    const answer = await app.request(path, { method: 'POST', body: form });
    const location = answer.headers.get('location') ?? '';
    expect([answer.status, location]).toEqual([303, `${path.split('/').at(-1)}?done=known.removed&fact=company`]);
    expect((await get(`/known/${location}`)).page).toContain('role="status">Removed: Company.');
    expect((await get(`${path}?done=known.removed&fact=You+won`)).page).not.toContain('You won');
  });

  it('takes an inferred fact away', async () => {
    const { post, published } = open();
    const { page } = await post({ act: 'remove', fact: 'company' });
    expect(published).toEqual([
      { type: 'customer.fact_corrected', detail: { customerId: 'ada', attribute: 'company' } },
    ]);
    expect(page).not.toContain('Acme');
  });

  it('takes back what was understood, and counts of which event it was, without a word of it', async () => {
    const { post, published, counts } = open();
    const { page } = await post({ act: 'dispute', evidence: 'e1' });
    expect(published).toEqual([{ type: 'customer.evidence_disputed', detail: { customerId: 'ada', evidence: 'e1' } }]);
    expect(counts).toEqual([['EvidenceDisputed', { Event: 'message.replied' }]]);
    expect(page).not.toContain('killer');
    expect(page).toContain('we take you for: neither happy nor unhappy');
  });

  it('takes away what they do not ask for', async () => {
    const { post, published } = open();
    const { page } = await post({ act: 'not-asked', theme: 'export' });
    const detail = { customerId: 'ada', theme: 'export', choice: 'removed' };
    expect(published).toEqual([{ type: 'customer.theme_set', detail }]);
    expect(page).not.toContain('please');
    expect(page).toContain('dark theme');
  });

  it.each<Record<string, string>>([
    {},
    { act: 'not-asked' },
    { act: 'not-asked', theme: '__proto__' },
    { act: 'not-asked', theme: 'nothing' },
    { act: 'erase' },
    { act: 'correct' },
    { act: 'correct', fact: '__proto__', value: 'x' },
    { act: 'correct', fact: 'constructor', value: 'x' },
    { act: 'correct', fact: 'firstName', value: ' \u200b ' },
    { act: 'correct', fact: 'seats', value: 'many' },
    { act: 'correct', fact: 'plan', value: 'free' },
    { act: 'correct', fact: 'company', value: 'Other' },
    { act: 'correct', fact: 'email', value: 'eve@example.com' },
    { act: 'remove', fact: 'email' },
    { act: 'remove', fact: 'plan' },
    { act: 'remove', fact: '' },
    { act: 'dispute' },
    { act: 'dispute', evidence: 'undefined' },
    { act: 'dispute', evidence: 'e9' },
  ])('changes nothing where it makes no sense: %j', async (fields: Record<string, string>) => {
    const { post, published, reported } = open();
    const { status, page } = await post(fields);
    expect([status, published, reported]).toEqual([422, [], []]);
    expect(page).toContain('role="alert"');
  });

  it('is cut where it is long, and not read at all where it is longer than any form', async () => {
    const { post, published, path, app } = open();
    await post({ act: 'correct', fact: 'firstName', value: `${'a'.repeat(199)}👩‍🚀` });
    const value = String(published[0]?.detail.value);
    expect(value.length).toBeLessThanOrEqual(200);
    expect(value.isWellFormed()).toBe(true);
    const long = await app.request(path, { method: 'POST', body: new URLSearchParams({ act: 'a'.repeat(70_000) }) });
    expect([long.status, published.length]).toEqual([413, 1]);
  });

  it('is nothing by a link for something else, a forged or an old one', async () => {
    const { post, links, published, clock, path } = open();
    const other = links.preferences('ada').replace('/preferences/', '/known/');
    expect((await post({ act: 'remove', fact: 'company' }, other)).status).toBe(404);
    expect((await post({ act: 'remove', fact: 'company' }, `${path}x`)).status).toBe(404);
    clock.now += 3 * DAY;
    expect((await post({ act: 'remove', fact: 'company' })).status).toBe(410);
    expect(published).toEqual([]);
  });
});

describe('taking it all away', () => {
  it('has every kind of what is held, under each of their ids', async () => {
    const exportCustomer = createExportCustomer({
      load: async (id) => ({ ...emptyCustomer(id, 0), aliases: ['guest'] }),
      records: { page: async (id) => ({ items: [{ at: '2026-03-02T10:00:00Z', id }] }) },
    });
    const file: Record<string, unknown> = await exportCustomer('ada');
    for (const kind of RECORD_KINDS) expect(file[kind]).toMatchObject([{ id: 'ada' }, { id: 'guest' }]);
  });

  it('is a file with all that is held', async () => {
    const { get, path } = open();
    const { page, headers } = await get(`${path}/download`);
    expect(JSON.parse(page)).toEqual({ customer: 'ada', timeline: [], messages: [] });
    expect(headers.get('content-disposition')).toBe('attachment; filename="about-me.json"');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('deletes nothing by a look, nor without a tick', async () => {
    const { get, post, path, published } = open();
    expect((await get(`${path}/erase`)).page).toContain('It cannot be undone.');
    const unsure = await post({ act: 'erase' }, `${path}/erase`);
    expect(unsure.status).toBe(422);
    expect(unsure.page).toContain('role="alert"');
    expect(published).toEqual([]);
  });

  it('asks for the erasure once somebody is sure', async () => {
    const { post, path, published, counts } = open();
    const { page } = await post({ act: 'erase', sure: 'yes' }, `${path}/erase`);
    expect(published).toEqual([
      { type: 'customer.erasure_requested', detail: { customerId: 'ada', asked: new Date(NOW).toISOString() } },
    ]);
    expect(counts).toEqual([['ErasureRequested']]);
    expect(page).toContain('You are being deleted');
  });
});

describe('the language of a page', () => {
  it('is the customer’s own before the browser’s, of those in which pages speak', async () => {
    const { get } = open();
    expect((await get(undefined, { 'accept-language': 'fr-FR, de;q=0.8, en;q=0.9' })).page).toContain('lang="en"');
    expect((await get(undefined, { 'accept-language': 'fr-FR, de;q=0.8' })).page).toContain('Was wir über Sie wissen');
    const german = open({ attributes: { locale: attributeOf('de_AT', 'stated') } });
    const { page } = await german.get(undefined, { 'accept-language': 'en' });
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('3. April 2026');
    for (const odd of ['*', ';;;', 'x'.repeat(5000), '__proto__', ',;q=9'])
      expect((await open().get(undefined, { 'accept-language': odd })).page).toContain('What we know about you');
  });

  it.each([
    ['iw', 'he'],
    ['heb-IL', 'he'],
    ['zh-hans-cn', 'zh-hans'],
    ['de_DE.UTF-8', 'de'],
    ['de_DE_EURO', 'de'],
  ])('is the same however a system writes it: %s', async (locale, language) => {
    const title = 'Known';
    const { get } = open(
      { attributes: { locale: attributeOf(locale, 'stated') } },
      { [language]: { 'known.title': title } },
    );
    expect((await get()).page).toContain(`<html lang="${language}">`);
    expect((await open(undefined, { [language]: {} }).get(undefined, { 'accept-language': locale })).page).toContain(
      `<html lang="${language}">`,
    );
  });

  it('is the project’s own words where it has any, and English for what they leave out', async () => {
    const pages = {
      fr: { 'known.title': 'Ce que nous savons de vous', 'fact.firstName': 'Prénom' },
      en: { 'known.intro': 'Ours.' },
    };
    const { page } = await open(undefined, pages).get(undefined, { 'accept-language': 'fr' });
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('<h1>Ce que nous savons de vous</h1>');
    expect(page).toContain('<h3>Prénom</h3>');
    expect(page).toContain('Ours.');
    expect(page).toContain('You told us.');
  });
});
