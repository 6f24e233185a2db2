import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { shortId } from '../../../core/customer/model/bound.ts';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { ChosenEvent } from '../../../functions/preferences/events.ts';
import { createPreferences } from '../../../functions/preferences/preferences.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { Moment } from '../../../language/catalogue/moment.ts';
import { eventType, moment, catalogue as standard } from '../../support/catalogue.ts';
import { hiddenIn } from '../../support/choice-pages.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const key = { enrolment: 'e1', step: 'send-trust', visit: 2 };
const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };

const answered = eventType({
  id: 'responseId',
  fields: {
    responseId: text,
    answers: text,
    scale: { ...text, type: ['trust', 'nps'] },
    score: { ...text, type: 'number' },
    word: text,
    text,
  },
});

const copy = (more: Partial<Moment['copy'][string]> = {}): Moment['copy'][string] => ({
  because: 'You asked.',
  body: 'Hello.',
  sections: {},
  ...more,
});

const moments = {
  trust: moment('trust', {
    asks: 'trust',
    taps: true,
    copy: {
      default: copy({ asks: {} }),
      de: copy({ asks: {} }),
      fr: copy({ asks: { question: 'Nous faites-vous confiance ?', ends: ['non', 'oui'] } }),
    },
  }),
  idea: moment('idea', {
    asks: 'open',
    taps: true,
    copy: {
      default: copy({ asks: { question: 'Shall we show you?', words: ['Yes', 'Not <now>'] } }),
      de: copy({ asks: { question: 'Sollen wir es zeigen?', words: ['Ja', 'Nicht jetzt'] } }),
    },
  }),
};

/** The pages of somebody of whom this is known. */
const open = (state: Partial<CustomerState> | null = {}, events: Record<string, EventType> = { answered }) => {
  const clock = { now: NOW };
  const published: ChosenEvent[] = [];
  const reported: unknown[] = [];
  const counts: string[] = [];
  const links = createLinks({ key: 'a key of more than sixteen bytes', baseUrl: '', now: () => new Date(clock.now) });
  const app = createPreferences({
    spentOf: async () => [],
    pause: async () => {},
    catalogue: { ...standard({ moments }), events },
    links: async () => links,
    load: async (id) => (state === null ? undefined : { ...emptyCustomer(id, NOW), ...state }),
    exportCustomer: async (customer) => ({ customer }),
    decisionOf: async () => undefined,
    shortLink: async (code) => (code === 'known' ? 'answer/long' : undefined),
    publish: async (events) => void published.push(...events),
    now: () => clock.now,
    count: (name) => counts.push(name),
    report: (error) => reported.push(error),
  });
  const link = (id: keyof typeof moments = 'trust', locale?: string) =>
    links.answer({ customer: 'ada', ...key, moment: id, ...(locale ? { locale } : {}) });
  const post = (path: string, fields: Record<string, string>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await app.request(path, { headers });
    return { status: answer.status, page: await answer.text(), location: answer.headers.get('location') };
  };
  return { app, clock, published, reported, counts, link, links, post, get };
};

const markedIn = (page: string) => [...page.matchAll(/value="(\w+)" required\s+checked/g)].map(([, value]) => value);

describe('the page of a question', () => {
  it('marks the answer that was tapped, and answers nothing, however it is opened', async () => {
    const { app, get, link, published, counts } = open();
    const { status, page } = await get(`${link()}?answer=4`);
    expect([status, markedIn(page)]).toEqual([200, ['4']]);
    expect(page).toContain('<h1>Do you believe that we act in your best interest?</h1>');
    expect(page.match(/type="radio"/g)).toHaveLength(5);
    for (const path of [link(), `${link()}?answer=9`, `${link()}?answer=`, `${link()}?text=hi`]) {
      expect((await app.request(path, { method: 'HEAD' })).status).toBe(200);
      expect(markedIn((await get(path)).page)).toEqual([]);
    }
    expect([published, counts]).toEqual([[], []]);
  });

  it('marks what was answered before', async () => {
    const answers = { trust: { score: 2, at: NOW, to: shortId(decisionId(key)) } };
    const { get, link } = open({ answers });
    expect(markedIn((await get(link())).page)).toEqual(['2']);
    expect(markedIn((await get(`${link()}?answer=5`)).page)).toEqual(['5']);
    const other = open({ answers: { trust: { ...answers.trust, to: 'e0/send-trust/1' } } });
    expect(markedIn((await other.get(other.link())).page)).toEqual([]);
  });

  it('speaks the language of the copy, and says which one where it cannot', async () => {
    const { get, link } = open();
    const german = (await get(link('trust', 'de-AT'))).page;
    expect(german).toContain('<html lang="de">');
    expect(german).toContain('<h1>Glauben Sie, dass wir in Ihrem Interesse handeln?</h1>');
    expect(german).toContain('Antwort senden');
    const french = (await get(link('trust', 'fr'))).page;
    expect(french).toContain('<html lang="en">');
    expect(french).toContain('<h1 lang="fr">Nous faites-vous confiance ?</h1>');
    expect(french).toContain('<div class="answers" lang="fr">');
    const unknown = (await get(link('trust', 'pl'))).page;
    expect(unknown).toContain('<h1>Do you believe');
  });

  it('asks for words in the words of the copy', async () => {
    const { get, link } = open();
    expect((await get(link('idea'))).page).toContain('Not &lt;now&gt;');
    const { page } = await get(`${link('idea', 'de')}?answer=2`);
    expect(page).toContain('Nicht jetzt');
    expect(markedIn(page)).toEqual(['2']);
  });

  it('runs no script and loads nothing', async () => {
    const { page } = await open().get(open().link());
    expect(page).not.toMatch(/<script|https?:|url\(|@import/);
  });
});

describe('an answer', () => {
  it('is an event of the project that names its decision', async () => {
    const { post, link, published, counts } = open();
    const page = await (await post(`${link()}?answer=1`, { answer: '4', text: '  You called.  ' })).text();
    expect(published).toEqual([
      {
        type: 'answered',
        detail: {
          customerId: 'ada',
          responseId: `e1/send-trust/2@${NOW}`,
          answers: 'e1/send-trust/2',
          scale: 'trust',
          score: 4,
          text: 'You called.',
        },
      },
    ]);
    expect(counts).toEqual(['Answered']);
    expect(page).toMatch(/role="status">Your answer is with us: 4\./);
    expect(markedIn(page)).toEqual(['4']);
    expect(page).toContain('>You called.</textarea>');
  });

  it('in words says the word of the moment’s own file, in whatever language it was read', async () => {
    const { post, link, published } = open();
    const page = await (await post(link('idea', 'de'), { answer: '2' })).text();
    expect(published[0]?.detail).toMatchObject({ word: 'Not <now>' });
    expect(published[0]?.detail).not.toHaveProperty('scale');
    expect(page).toContain('Ihre Antwort ist bei uns: Nicht jetzt.');
  });

  it.each<Record<string, string>>([{}, { answer: '' }, { answer: '9' }, { answer: 'constructor' }, { text: 'hi' }])(
    'has to be chosen: %j',
    async (fields: Record<string, string>) => {
      const { post, link, published } = open();
      const answer = await post(link(), fields);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toMatch(/role="alert">Please choose/);
      if (fields.text) expect(page).toContain('>hi</textarea>');
      expect(published).toEqual([]);
    },
  );

  it('is asked for again where nothing can be read of it', async () => {
    const { app, link, published } = open();
    const answer = await app.request(link(), {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'multipart/form-data' },
    });
    expect([answer.status, published]).toEqual([422, []]);
  });

  it('leads to its page, which can be gone back to, once it is heard; with words it is answered itself', async () => {
    const answers = { trust: { score: 4, at: NOW, to: shortId(decisionId(key)) } };
    const { post, get, link } = open({ answers });
    const response = await post(`${link()}?answer=2`, { answer: '4' });
    const location = response.headers.get('location');
    expect([response.status, location]).toEqual([303, `${link().split('/').at(-1)}?done=answer.given`]);
    const { page } = await get(`/answer/${location}`);
    expect(page).toContain('role="status"');
    expect(markedIn(page)).toEqual(['4']);
    const worded = await post(link(), { answer: '4', text: 'Because.' });
    expect([worded.status, await worded.text()]).toEqual([200, expect.stringContaining('>Because.</textarea>')]);
    expect((await post(link(), { answer: '5' })).status).toBe(200);
  });

  it('that stands already is told to nobody again, and its page is the same', async () => {
    const answers = { trust: { score: 4, at: NOW, to: shortId(decisionId(key)) } };
    const { post, link, published, counts } = open({ answers });
    for (let time = 0; time < 3; time++) expect((await post(link(), { answer: '4' })).status).toBe(303);
    expect([published, counts]).toEqual([[], []]);
  });

  it('is told where it is another, says more, or is to another message', async () => {
    const answers = { trust: { score: 4, at: NOW, to: shortId(decisionId(key)) } };
    const { post, link, published } = open({ answers });
    await post(link(), { answer: '5' });
    await post(link(), { answer: '4', text: 'Because.' });
    expect(published.map(({ detail }) => detail.score)).toEqual([5, 4]);
    const other = open({ answers: { trust: { ...answers.trust, to: 'e0/send-trust/1' } } });
    await other.post(other.link(), { answer: '4' });
    expect(other.published).toHaveLength(1);
  });

  it('is told where the page said another, which is not heard yet', async () => {
    const answers = { trust: { score: 4, at: NOW, to: shortId(decisionId(key)) } };
    const { post, link, published } = open({ answers });
    const page = await (await post(link(), { answer: '5' })).text();
    await post(link(), { answer: '4', ...hiddenIn(page) });
    expect(published.map(({ detail }) => detail.score)).toEqual([5, 4]);
  });

  it('is not said to be given where none is known', async () => {
    const { get, link } = open();
    expect((await get(`${link()}?done=answer.given`)).page).not.toContain('role="status"');
  });

  it('has a longest text', async () => {
    const { post, link, published } = open();
    await post(link(), { answer: '1', text: 'a'.repeat(5000) });
    expect(String(published[0]?.detail.text)).toHaveLength(1000);
  });

  it('goes to the id that its person has by now', async () => {
    const { post, link, published } = open({ id: 'ada-2' });
    await post(link(), { answer: '5' });
    expect(published[0]?.detail).toMatchObject({ customerId: 'ada-2', answers: 'e1/send-trust/2' });
  });

  it('that no event has room for is told to those who can mend it, and the customer is asked to try again', async () => {
    const { post, link, reported } = open({}, { other: eventType() });
    const answer = await post(link(), { answer: '5' });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('your answer is not with us yet');
    expect(String(reported[0])).toContain('tactful check');
  });
});

describe('a question that is over', () => {
  it.each([
    ['of somebody of whom nothing is known', null],
    ['of somebody who was erased', { erased: NOW }],
  ])('is not answered: %s', async (_, state) => {
    const { get, post, link, published } = open(state);
    expect(await get(link())).toMatchObject({ status: 410, page: expect.stringContaining('This question is over') });
    expect((await post(link('trust', 'de'), { answer: '1' })).status).toBe(410);
    expect(published).toEqual([]);
  });

  it('is not answered where its moment asks no more', async () => {
    const { get, links } = open();
    for (const id of ['welcome', 'gone', 'constructor']) {
      const { status, page } = await get(links.answer({ customer: 'ada', ...key, moment: id, locale: 'de' }));
      expect([status, page]).toEqual([410, expect.stringContaining('Diese Frage ist vorbei')]);
    }
  });

  it('says so kindly after its days, in the language of the browser', async () => {
    const { get, post, link, clock, published } = open();
    const path = link();
    clock.now += 30 * DAY;
    expect((await get(path)).status).toBe(200);
    clock.now += 2 * DAY;
    expect(await get(path)).toMatchObject({ status: 410, page: expect.stringContaining('answers count for 30 days') });
    const german = await get(path, { 'accept-language': 'de-CH,en;q=0.5' });
    expect(german.page).toContain('Antworten zählen 30 Tage lang');
    expect((await post(path, { answer: '1' })).status).toBe(410);
    expect(published).toEqual([]);
  });

  it('opens by no link that we did not make, nor by one that was made for another page', async () => {
    const { get, post, link, links, published } = open();
    const token = link().split('/').at(-1);
    const other = links.preferences('ada').split('/').at(-1);
    for (const path of ['/answer/forged', `/answer/${other}`, `/preferences/${token}`, `/unsubscribe/${token}`]) {
      expect((await get(path)).status).toBe(404);
      expect((await post(path, { answer: '1' })).status).toBe(404);
    }
    expect(published).toEqual([]);
  });
});

describe('the short link of a text', () => {
  it('leads to the long one, beside it', async () => {
    const { get } = open();
    expect(await get('/a/known')).toMatchObject({ status: 302, location: '../answer/long' });
    expect(await get('/a/unknown')).toMatchObject({ status: 404, page: expect.stringContaining('over') });
  });
});
