import { handle } from 'hono/aws-lambda';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { DecisionEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { becauseOf, becauseOfEvent } from '../../../core/gate/because.ts';
import type { ChosenEvent } from '../../../functions/preferences/events.ts';
import { createPreferences } from '../../../functions/preferences/preferences.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { eventType, catalogue as standard } from '../../support/catalogue.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const decision: DecisionEntry = {
  kind: 'decision',
  at: '2026-03-01T09:00:00.000Z',
  customer: 'ada',
  journey: 'onboarding',
  enrolment: 'e1',
  step: 'send-tip',
  visit: 1,
  moment: 'tip',
  purpose: 'relationship',
  outcome: 'sent',
  reason: 'clear',
  because: 'You imported a file <today>.',
  channel: 'email',
};

const open = (more: Partial<CustomerState> = {}, latest: DecisionEntry | null = decision, decidedUnder = 'ada') => {
  const catalogue = standard();
  const clock = { now: NOW };
  const published: ChosenEvent[] = [];
  const counts: string[] = [];
  const failing = { bus: false };
  const links = createLinks({ key: 'a key of more than sixteen bytes', baseUrl: '', now: () => new Date(clock.now) });
  const app = createPreferences({
    spentOf: async () => [],
    pause: async () => {},
    catalogue,
    links: async () => links,
    load: async (id) => ({ ...emptyCustomer(id, NOW), ...more }),
    exportCustomer: async (customer) => ({ customer }),
    decisionOf: async (customer) => (customer === decidedUnder ? (latest ?? undefined) : undefined),
    shortLink: async (code) => (code === 'short' ? 'answer/long' : undefined),
    publish: async (events) => {
      if (failing.bus) throw new Error('ada@example.com could not be put');
      published.push(...events);
    },
    now: () => clock.now,
    count: (name) => counts.push(name),
    report: () => {},
  });
  const post = (path: string, fields: [string, string][] = []) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  const get = async (path: string) => (await app.request(path)).text();
  return { app, catalogue, clock, published, counts, failing, links, post, get };
};

const [topic = ''] = Object.keys(standard().policy.topics);

describe('one-click unsubscribe', () => {
  it('takes the plain POST of a mail client, as a form or in parts, without cookie or page', async () => {
    const { app, links, published } = open();
    const path = links.unsubscribe('ada', topic, 'email');
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const asParts = await app.request(path, { method: 'POST', body: form });
    const asForm = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect([asParts.status, asForm.status]).toEqual([200, 200]);
    const event = {
      type: 'customer.preference_changed',
      detail: { customerId: 'ada', topic, choice: 'withdrawn' },
    };
    const builtIn = { type: 'customer.consent_changed', detail: event.detail };
    const declared = Object.hasOwn(standard().events, 'customer.preference_changed');
    expect(published).toEqual(Array(2).fill(declared ? event : builtIn));
  });

  it('withdraws the channel where the message had no topic', async () => {
    const { post, links, published } = open();
    await post(links.unsubscribe('ada', undefined, 'email'));
    expect(published[0]?.detail).toMatchObject({ customerId: 'ada', channel: 'email', choice: 'withdrawn' });
  });

  it('asks again when the bus does not take it, and does not say that it is done', async () => {
    const { post, links, failing } = open();
    failing.bus = true;
    const answer = await post(links.unsubscribe('ada', topic, 'email'));
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toMatch(/unsubscribed|ada@/);
  });
});

describe('a GET', () => {
  it('changes nothing, whatever link it opens, and a HEAD neither', async () => {
    const { app, links, published } = open();
    for (const path of [
      links.preferences('ada'),
      links.unsubscribe('ada', topic, 'email'),
      links.why('ada', 'e1', 'send-tip', 1),
    ]) {
      expect((await app.request(path)).status).toBe(200);
      expect((await app.request(path, { method: 'HEAD' })).status).toBe(200);
      expect((await app.request(`${path}?save=1&pause=week&List-Unsubscribe=One-Click`)).status).toBe(200);
    }
    expect(published).toEqual([]);
  });

  it('loads nothing from elsewhere, runs no script and leaves its address nowhere', async () => {
    const { app, links } = open();
    const answer = await app.request(links.preferences('ada'));
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/,
    );
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).not.toMatch(/<script|https?:|url\(|@import/);
  });
});

describe('the preferences page', () => {
  it('shows each topic as it stands, with a label', async () => {
    const { get, links, catalogue } = open({ consent: { [`topic:${topic}`]: { choice: 'withdrawn', at: 0 } } });
    const text = await get(links.preferences('ada'));
    for (const name of Object.values(catalogue.policy.topics)) expect(text).toContain(name);
    expect(text).toMatch(new RegExp(`value="topic:${topic}" >`));
    expect(text).not.toContain(`name="was" value="topic:${topic}"`);
  });

  it('puts on the bus only what was changed, so a box nobody touched is no consent', async () => {
    const { post, links, published, counts } = open();
    const answer = await post(links.preferences('ada'), [
      ['was', `topic:${topic}`],
      ['was', 'channel:email'],
      ['on', 'channel:email'],
      ['save', '1'],
    ]);
    expect(published).toHaveLength(1);
    expect(published[0]?.detail).toEqual({ customerId: 'ada', topic, choice: 'withdrawn' });
    expect(counts).toEqual(['PreferenceChanged']);
    const text = await answer.text();
    expect(text).toContain('role="status"');
    expect(text).toMatch(new RegExp(`value="topic:${topic}" >`));
  });

  it('takes a choice back that is still on its way', async () => {
    const { post, links, published } = open();
    await post(links.preferences('ada'), [
      ['on', `topic:${topic}`],
      ['save', '1'],
    ]);
    expect(published[0]?.detail).toEqual({ customerId: 'ada', topic, choice: 'granted' });
  });

  it('ignores boxes that are none of ours', async () => {
    const { post, links, published } = open();
    await post(links.preferences('ada'), [
      ['on', 'topic:<script>'],
      ['was', 'x'],
      ['save', '1'],
    ]);
    expect(published).toEqual([]);
  });

  it.each([
    ['week', '2026-03-09T10:00:00.000Z', 'until 9 March 2026'],
    ['month', '2026-04-01T10:00:00.000Z', 'until 1 April 2026'],
    ['open', '2126-03-03T10:00:00.000Z', 'until further notice'],
  ])('pauses for a %s', async (pause, until, text) => {
    const { post, links, published } = open();
    const answer = await post(links.preferences('ada'), [['pause', pause]]);
    expect(published).toEqual([{ type: 'customer.paused', detail: { customerId: 'ada', until } }]);
    expect(await answer.text()).toContain(text);
  });

  it.each(['century', 'constructor', '__proto__'])('pauses for no %s', async (pause) => {
    const { post, links, published } = open();
    const answer = await post(links.preferences('ada'), [['pause', pause]]);
    expect([answer.status, published]).toEqual([303, []]);
    expect(answer.headers.get('location')).toMatch(/\?done=common.unchanged$/);
  });

  it('says that somebody paused, and ends it', async () => {
    const { get, post, links, published } = open({ paused: { until: NOW + DAY, at: 0 } });
    expect(await get(links.preferences('ada'))).toContain('You asked for quiet, until 3 March 2026');
    await post(links.preferences('ada'), [['resume', 'now']]);
    expect(published).toEqual([
      { type: 'customer.paused', detail: { customerId: 'ada', until: '2026-03-02T10:00:00.000Z' } },
    ]);
  });
});

describe('why did I get this', () => {
  it('shows the sentence of the decision, escaped, and the way to preferences', async () => {
    const { get, links } = open();
    const text = await get(links.why('ada', 'e1', 'send-tip', 1));
    expect(text).toContain('You imported a file &lt;today&gt;.');
    expect(text).toContain('1 March 2026');
    const token = /href="\.\.\/preferences\/([\w-]+)"/.exec(text)?.[1] ?? '';
    expect(links.verify(token)).toEqual({ use: 'preferences', customer: 'ada' });
  });

  it('renews no rights: the way to preferences ends with the link that was opened, however often that is', async () => {
    const { get, links, clock } = open();
    let way = links.why('ada', 'e1', 'send-tip', 1);
    clock.now = NOW + 89 * DAY;
    way = /href="\.\.\/preferences\/([\w-]+)"/.exec(await get(way))?.[1] ?? '';
    expect(links.verify(way)).toMatchObject({ use: 'preferences' });
    expect(await get(`/preferences/${way}`)).not.toMatch(/href="[^"]*(preferences|why)\//);
    clock.now = NOW + 92 * DAY;
    expect(() => links.verify(way)).toThrow('expired');
  });

  it.each([null, { ...decision, outcome: 'held' as const }])(
    'asks for a minute where nothing final is written yet',
    async (latest) => {
      const { app, links } = open({}, latest);
      const answer = await app.request(links.why('ada', 'e1', 'send-tip', 1));
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Please look again in a minute.');
    },
  );
});

describe('a link that does not work', () => {
  it('is met with a kind sentence: too old, changed, of another page, or none', async () => {
    const { app, links, clock, counts } = open();
    const old = links.preferences('ada');
    const why = links.why('ada', 'e1', 'send-tip', 1).split('/').at(-1);
    expect((await app.request(`${old}x`)).status).toBe(404);
    expect((await app.request(`/preferences/${why}`)).status).toBe(404);
    expect((await app.request('/')).status).toBe(404);
    clock.now = NOW + 100 * DAY;
    const answer = await app.request(old);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('The same link in our newest message works.');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(counts).toEqual(['LinkRefused', 'LinkRefused', 'LinkRefused']);
  });

  it('changes nothing when posted to either', async () => {
    const { post, links, published } = open();
    expect((await post(`${links.unsubscribe('ada', topic, 'email')}x`)).status).toBe(404);
    expect((await post(links.why('ada', 'e1', 'send-tip', 1))).status).toBe(404);
    expect(published).toEqual([]);
  });
});

it('answers a request of an HTTP API, its body in base64', async () => {
  const { app, links, published } = open();
  const rawPath = links.unsubscribe('ada', topic, 'email');
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { host: 'x.example', 'content-type': 'application/x-www-form-urlencoded' },
    requestContext: { http: { method: 'POST', path: rawPath }, domainName: 'x.example' },
    body: Buffer.from('List-Unsubscribe=One-Click').toString('base64'),
    isBase64Encoded: true,
  };
  const answer = await handle(app)(event as never);
  expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false });
  expect(published).toHaveLength(1);
});

describe('the page that says why', () => {
  const inLanguage = (value: string) => ({
    attributes: { locale: { value, provenance: 'stated' as const, event: 'signed', at: NOW } },
  });
  const inGerman = inLanguage('de-AT');

  it.each([
    { reason: 'quiet-hours', says: 'Bei Ihnen war Ruhezeit.' },
    { reason: 'muted-by:hello', says: 'Etwas Wichtigeres kam zuerst: hello.' },
    { reason: 'muted-by:gone', says: 'Etwas Wichtigeres kam zuerst.' },
    {
      reason: 'patience:open-incident',
      says: 'Etwas, worauf Sie sich verlassen oder wonach Sie uns gefragt haben, wird noch geklärt. Wir haben auf einen besseren Augenblick gewartet, und es kam rechtzeitig keiner.',
    },
  ] as const)('says in the language of the customer what kept it back: $reason', async ({ reason, says }) => {
    const because = becauseOf({ reason }, standard());
    const { get, links } = open(inGerman, { ...decision, outcome: 'suppressed', reason, because });
    const text = await get(links.why('ada', 'e1', 'send-tip', 1));
    expect(text).toContain('<html lang="de">');
    expect(text).toContain(`<p>${says}</p>`);
  });

  it.each([
    ['person', 0, 'Sie wollten lieber von einem Menschen hören, als etwas auszusuchen.'],
    ['unchosen', 0, 'Wir haben gefragt, was helfen würde, und Sie haben in dieser Zeit nichts ausgesucht.'],
    ['unfit', 0, 'Wir hatten dafür im Augenblick nichts Passendes für Sie.'],
    ['unfit', 1, 'Wir wollten Sie etwas aussuchen lassen, und es passte nur eines.'],
  ] as const)(
    'says in the language of the customer why nothing was given, also by journals of before: %s',
    async (why, offerable, says) => {
      const basis = { gestures: [{ kind: 'credit', why }], offerable };
      const before = becauseOf({ reason: 'no-gesture' }, standard());
      for (const because of [before, becauseOf({ reason: 'no-gesture', basis }, standard())]) {
        const decided = { ...decision, outcome: 'suppressed', reason: 'no-gesture', because, basis } as const;
        const { get, links } = open(inGerman, decided);
        expect(await get(links.why('ada', 'e1', 'send-tip', 1))).toContain(`<p>${says}</p>`);
      }
    },
  );

  it('says it in English in a language that nobody gave it words in, and leaves alone what a moment says of itself', async () => {
    const because = becauseOf({ reason: 'quiet-hours' }, standard());
    const suppression = { ...decision, outcome: 'suppressed', reason: 'quiet-hours', because } as const;
    const french = open(inLanguage('fr'), suppression);
    expect(await french.get(french.links.why('ada', 'e1', 'send-tip', 1))).toContain(`<p>${because}</p>`);
    const german = open(inGerman);
    expect(await german.get(german.links.why('ada', 'e1', 'send-tip', 1))).toContain(
      '<p>You imported a file &lt;today&gt;.</p>',
    );
  });

  it.each([
    { about: 'A gift.', pages: { de: { 'event.given': 'Ein Geschenk.' } }, says: 'Ein Geschenk.' },
    { about: 'A gift.', pages: {}, says: 'A gift.' },
    { about: undefined, pages: {}, says: 'Es gehört zu dieser Reihe.' },
  ])('says in the language of the customer what an event of ours is about: $says', async ({ about, pages, says }) => {
    const events = { given: eventType({ ours: true, ...(about && { about }) }) };
    const because = becauseOfEvent('given', { events });
    const { get, links, catalogue } = open(inGerman, { ...decision, moment: 'given', because });
    Object.assign(catalogue, { events: { ...catalogue.events, ...events }, pages });
    expect(await get(links.why('ada', 'e1', 'send-tip', 1))).toContain(`<p>${says}</p>`);
  });

  it('finds what was decided under the id that its customer has now', async () => {
    const { get, links } = open({ id: 'ada' }, decision, 'ada');
    expect(await get(links.why('guest', 'e1', 'send-tip', 1))).toContain('You imported a file');
  });

  it('says why a fact that they did not tell us chose them', async () => {
    const { get, links } = open({}, { ...decision, chosenFor: ['runners asked for it.'] });
    expect(await get(links.why('ada', 'e1', 'send-tip', 1))).toContain(
      'We chose you because runners asked for it.</p>',
    );
    expect(await open().get(links.why('ada', 'e1', 'send-tip', 1))).not.toContain('We chose you');
  });
});
