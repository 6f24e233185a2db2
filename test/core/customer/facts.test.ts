import { describe, expect, it } from 'vitest';
import type { Provenance } from '../../../language/catalogue/event.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const field = (provenance: Provenance, type: 'text' | 'date' = 'text') => ({ type, optional: true, provenance });

const events = {
  told: eventType({ sets: { email: 'email' }, fields: { email: field('stated') } }),
  seen: eventType({ sets: { email: 'email' }, fields: { email: field('observed') } }),
  guessed: eventType({ sets: { email: 'email' }, fields: { email: field('third-party') } }),
  odd: eventType({ sets: { email: '{"a": email}' }, fields: { email: field('stated') } }),
  'message.bounced': eventType({ feedback: 'bounced' }),
  'message.complained': eventType({ feedback: 'complained' }),
  channel: eventType({
    consent: { channel: 'channel', choice: 'choice' },
    fields: { channel: field('stated'), choice: field('stated') },
  }),
  topic: eventType({
    consent: { topic: 'topic', choice: 'choice' },
    fields: { topic: field('stated'), choice: field('stated') },
  }),
  'customer.paused': eventType({ pauses: 'until', fields: { until: field('stated', 'date') } }),
  back: eventType({ returns: true }),
};

const someone = () => oneCustomer(catalogue({ events }));
type Ada = ReturnType<typeof someone>;

const at = (time: number) => ({ at: new Date(time).toISOString() });
const later = async (ada: Ada, ...args: Parameters<Ada['event']>) => {
  ada.clock.now += HOUR;
  return ada.event(...args);
};

describe('an attribute', () => {
  it('set by two sources at one time keeps the stricter, in either order', async () => {
    for (const order of [
      ['told', 'guessed'],
      ['guessed', 'told'],
    ]) {
      const ada = someone();
      for (const type of order) await ada.event(type, { email: `${type}@example.com` });
      expect((await ada.state()).attributes.email).toMatchObject({ provenance: 'third-party' });
    }
  });

  it('told twice in one second is what was told last, also where we had observed it first', async () => {
    const ada = someone();
    await ada.event('seen', { email: 'old@example.com' });
    await ada.event('told', { email: 'new@example.com' });
    expect((await ada.state()).attributes.email?.value).toBe('new@example.com');
  });

  it('is not set back by a repeat of what was set in the same second', async () => {
    const ada = someone();
    const first = { id: 'first', ...at(T0) };
    await ada.event('told', { email: 'old@example.com' }, first);
    await ada.event('told', { email: 'new@example.com' }, at(T0));
    for (let count = 0; count < 65; count++) await later(ada, 'told');
    expect(await ada.event('told', { email: 'old@example.com' }, first)).toBe('applied');
    expect((await ada.state()).attributes.email?.value).toBe('new@example.com');
  });

  it('is a text, a number or a yes and no, or is left as it was', async () => {
    const ada = someone();
    await ada.event('odd', { email: 'a@example.com' });
    expect((await ada.state()).attributes).toEqual({});
  });
});

describe('a channel', () => {
  const closureOf = async (ada: Ada) => (await ada.state()).unreachable.email?.why;

  it('that bounced stays closed though the address was stated once more, and is open for a new one', async () => {
    const ada = someone();
    await ada.event('told', { email: 'a@example.com' });
    const bounced = ada.clock.now + HOUR;
    ada.clock.now += 2 * HOUR;
    await ada.event('told', { email: 'a@example.com' });
    await ada.event('message.bounced', { channel: 'email' }, at(bounced));
    expect(await closureOf(ada)).toBe('bounced');
    await later(ada, 'told', { email: 'b@example.com' });
    expect(await closureOf(ada)).toBeUndefined();
    await ada.event('message.bounced', { channel: 'email' }, at(bounced));
    expect(await closureOf(ada)).toBeUndefined();
  });

  it('that was complained about stays closed for any address, until it is granted again', async () => {
    const ada = someone();
    await ada.event('told', { email: 'a@example.com' });
    const complained = ada.clock.now + HOUR;
    await later(ada, 'message.complained', { channel: 'email' });
    await later(ada, 'told', { email: 'b@example.com' });
    await later(ada, 'message.bounced', { channel: 'email' });
    expect(await closureOf(ada)).toBe('complained');
    await later(ada, 'channel', { channel: 'email', choice: 'granted' });
    expect(await closureOf(ada)).toBeUndefined();
    await ada.event('message.complained', { channel: 'email' }, at(complained));
    expect(await closureOf(ada)).toBeUndefined();
  });

  it('is that of the message, where a provider does not name it', async () => {
    const ada = someone();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    await ada.record(welcome);
    await ada.event('message.bounced', { decision: `${welcome.enrolment}/${welcome.step}/${welcome.visit}` });
    expect((await ada.state()).unreachable).toMatchObject({ inbox: { why: 'bounced' } });
  });
});

describe('a wish', () => {
  it('to pause, of two at one time, counts for the longer', async () => {
    const ada = someone();
    const until = (days: number) => ({ until: new Date(T0 + days * DAY).toISOString() });
    await ada.event('customer.paused', until(9));
    await ada.event('customer.paused', until(2));
    expect((await ada.state()).paused?.until).toBe(T0 + 9 * DAY);
    await later(ada, 'customer.paused', until(0));
    expect((await ada.state()).paused?.until).toBe(T0);
  });

  it('about a topic named `undefined` does not touch moments without a topic', async () => {
    const ada = oneCustomer(
      catalogue({
        events,
        moments: { welcome: { id: 'welcome', channels: ['inbox'], attributes: [], uses: {}, copy: {} } },
      }),
    );
    await ada.event('topic', { topic: 'undefined', choice: 'withdrawn' });
    await ada.event('start');
    expect(await ada.send(ada.task('hello', 'welcome'))).toHaveProperty('reserved');
  });

  it('to leave and to return at one time is to leave, in either order', async () => {
    for (const order of [
      ['bye', 'back'],
      ['back', 'bye'],
    ]) {
      const ada = someone();
      for (const type of order) await ada.event(type);
      expect((await ada.state()).closedAt).toBe(T0);
    }
  });
});

describe('what is late', () => {
  it('does not open an incident again that was closed and forgotten', async () => {
    const ada = someone();
    const first = { id: 'first', ...at(ada.clock.now) };
    await ada.event('fail', { ref: 'f0' }, first);
    await later(ada, 'mend', { ref: 'f0' });
    for (let count = 1; count <= 70; count++) {
      await later(ada, 'fail', { ref: `f${count}` });
      await later(ada, 'mend', { ref: `f${count}` });
    }
    expect(await ada.event('fail', { ref: 'f0' }, first)).toBe('stale');
    expect((await ada.state()).incidents['failure:f0']).toBeUndefined();
  });

  it('and strong counts for calm from when its quiet was over', async () => {
    const strong = { value: -1, weight: 0.01, because: 'They were furious.' };
    const calm = catalogue({ journeys: {} });
    calm.journeys.hello!.enter.when = 'customer.calmDays >= 2.5';
    const ada = oneCustomer(calm);
    await ada.event('reply', { ref: 'r1' });
    ada.clock.now += 5 * DAY;
    await ada.event('reply', { ref: 'r2' }, { signals: [strong], ...at(T0 + DAY / 2) });
    await ada.event('start');
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'not-entered', reason: 'condition' });
    ada.clock.now += 2 * DAY;
    await ada.event('start');
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'entered' });
  });
});

describe('the gap', () => {
  it('counts from when a message had gone out for sure, not from when it was asked for', async () => {
    const ada = someone();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    ada.clock.now += 50_000;
    await ada.record(welcome);
    const sentAt = ada.clock.now;
    ada.clock.now = T0 + 20 * HOUR + 10_000;
    await ada.send(ada.task('hello', 'tip'));
    expect(ada.standing('hello')).toMatchObject({ held: { reason: 'gap' }, due: sentAt + 20 * HOUR });
  });
});
