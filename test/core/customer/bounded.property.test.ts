import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromItem, toItem } from '../../../core/customer/model/item.ts';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { Scale } from '../../../language/catalogue/kind.ts';
import { OF_THE_CUSTOMERS } from '../../../language/catalogue/known-events.ts';
import { loadProject } from '../../../simulator/project.ts';
import { catalogue, eventType, journey, moment, policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { hostileText } from '../../support/hostile.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const MOST = 16_384;
const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
const KNOWN = Object.fromEntries(
  Object.entries(OF_THE_CUSTOMERS).map(([name, type]) => [name, { ...type, kept: [], awaited: false }]),
);
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const LISTS = ['list', 'other'];
const list = {
  type: {
    list: { name: { type: 'text' as const, optional: true }, price: { type: 'number' as const, optional: true } },
  },
  optional: true,
  provenance: 'stated' as const,
};
const fields = Object.fromEntries([...NAMES.map((name) => [name, text]), ...LISTS.map((name) => [name, list])]);

/** Four ways in: what one event enters twice takes little room the second time. */
const STARTS = ['start', 'start-1', 'start-2', 'start-3'];
const start = eventType({
  everyone: { perSecond: 50 },
  fields,
  awaited: true,
  kept: [...NAMES, ...LISTS],
  sets: Object.fromEntries(NAMES.map((name) => [name, name])),
  opens: { kind: 'ticket', incident: 'a' },
  consent: { topic: 'b', choice: '"withdrawn"' },
});

/** All that an event can leave in an item, kept, in eight journeys. */
const greedy = catalogue({
  events: {
    ...Object.fromEntries(STARTS.map((name) => [name, start])),
    reply: eventType({ fields, awaited: true, kept: [...NAMES, ...LISTS], closes: { kind: 'ticket', incident: 'c' } }),
    other: eventType({
      fields,
      awaited: true,
      kept: [...NAMES, ...LISTS],
      consent: { topic: 'd', choice: '"granted"' },
    }),
    survey: eventType({
      fields: { ...fields, scale: text, score: { ...text, type: 'number' }, answers: text },
      awaited: true,
      kept: [...NAMES, 'scale', 'score', 'answers'],
    }),
    letter: eventType({ feedback: 'replied', fields: { a: text } }),
    gone: eventType({ farewell: true }),
    ...MERGED,
    back: eventType({ returns: true }),
    ...KNOWN,
  },
  journeys: Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [
      `journey-${index}`,
      journey(`journey-${index}`, STARTS[index % STARTS.length]!, {
        enter: { on: ['start'], again: 'always', per: 'event.a' },
        fields: [...NAMES, ...LISTS],
        exits: [{ on: 'other', where: 'heard.a = event.b', words: 'Exit-1' }],
        steps: {
          'send-vow': { kind: 'send', moment: 'vow', purpose: 'care' },
          task: { kind: 'task', moment: 'call', purpose: 'care', with: { said: '= event.a & event.b' } },
        },
      }),
    ]),
  ),
  moments: {
    vow: moment('vow', {
      promises: { within: 3600, kept: [{ on: 'reply', where: 'heard.a = event.a' }], fields: [...NAMES, ...LISTS] },
    }),
  },
  policy: { ...policy, gap: 0 },
});

const largest = (state: CustomerState | undefined): number => (state ? Buffer.byteLength(toItem(state)) : 0);

const elements = fc.array(fc.record({ name: hostileText(200), price: fc.double({ noNaN: true }) }), { maxLength: 80 });

const happening = fc.record({
  type: fc.constantFrom(
    ...STARTS,
    ...STARTS,
    'reply',
    'other',
    'survey',
    'letter',
    'gone',
    'back',
    'fail',
    ...Object.keys(KNOWN),
  ),
  fields: fc.record({
    ...Object.fromEntries([...NAMES, 'ref'].map((name) => [name, hostileText(800)])),
    ...Object.fromEntries(LISTS.map((name) => [name, elements])),
  }),
  because: hostileText(800),
  asked: fc.record({
    scale: fc.constantFrom(...Scale.options),
    enrolment: hostileText(60),
    score: fc.integer({ min: 1, max: 5 }),
  }),
  id: hostileText(100),
  listens: fc.boolean(),
});

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

/** What an event says: of a survey, to which decision and on which scale; of what is known, about which. */
const saidIn = ({ type, fields: said, asked }: Happening, evidence = '') => {
  if (type === 'survey') return { ...said, ...asked, answers: `${asked.enrolment}/send/1` };
  if (!Object.hasOwn(KNOWN, type)) return said;
  return { attribute: 'a', value: said.b, evidence, frequency: 'fewer', from: '20:00', to: '09:00' };
};

describe('an item', () => {
  it('stays below 16 KiB whatever comes, and is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 40 }), async (happenings) => {
        const ada = oneCustomer(greedy);
        let most = 0;
        for (const [index, one] of happenings.entries()) {
          const { type, because, id, listens } = one;
          ada.clock.now += 60_000;
          const signals = [{ value: -0.4, weight: 1, because }];
          const disputed = (await ada.state())?.evidence[0]?.id;
          const themes = [{ theme: `theme ${index}`, quote: because }];
          await ada.event(type, saidIn(one, disputed), {
            id: `${index}${id}`,
            signals,
            words: because.repeat(5),
            themes,
            // Each third comes of an event about everyone.
            ...(index % 3 === 0 && { crowd: 'f'.repeat(16) }),
          });
          most = Math.max(most, largest(await ada.state()));
          const [enrolment, standing] = Object.entries((await ada.state()).enrolments).at(-1) ?? [];
          if (!enrolment || !standing) continue;
          if (!listens) {
            const { journey: name, visit } = standing;
            await ada.sent({ journey: name, enrolment, step: 'send-vow', visit: visit + 1, task: 'send' }, id);
            most = Math.max(most, largest(await ada.state()));
            continue;
          }
          const at = { journey: standing.journey, enrolment, step: 'listen-reply', visit: standing.visit + 1 };
          await ada.advance({ ...at, task: 'listen' });
          most = Math.max(most, largest(await ada.state()));
        }
        expect(most).toBeLessThan(MOST);
        const state = await ada.state();
        expect(fromItem(toItem(state))).toEqual(JSON.parse(JSON.stringify(state)));
      }),
      { numRuns: runs(3) },
    );
  });

  it('stays below 16 KiB when two that are full become one, with as many ids as there may be', async () => {
    const some = fc.array(happening, { minLength: 20, maxLength: 30 });
    const ids = fc.array(hostileText(18), { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(some, some, ids, async (ofGuest, ofAda, others) => {
        const { guest, ada, pass, merge, store } = twoIds(greedy);
        let most = 0;
        for (const [one, happenings] of [[guest, ofGuest] as const, [ada, ofAda] as const]) {
          for (const [index, said] of happenings.entries()) {
            const { type, because, id } = said;
            pass(60_000);
            const signals = [{ value: -0.4, weight: 1, because }];
            await one.event(type, saidIn(said), { id: `${index}${id}`, signals });
          }
        }
        for (const [index, other] of others.entries()) await merge(`${index}${other}`, index % 2 ? 'guest' : 'ada');
        expect(await merge()).toBe('applied');
        most = Math.max(most, largest(await ada.state()));
        for (const { type, fields: said, id } of ofGuest.slice(0, 5)) {
          pass(60_000);
          await guest.event(type, said, { id: `later${id}` });
          most = Math.max(most, largest(await ada.state()));
        }
        expect(most).toBeLessThan(MOST);
        expect(Object.keys((await ada.state()).enrolments).length).toBeLessThanOrEqual(LIMITS.enrolments);
        expect(largest(await store.load('guest'))).toBeLessThan(MOST);
      }),
      { numRuns: runs(3) },
    );
  });

  it('stays below 16 KiB with 24 enrolments that all end at once by a farewell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText(800), { minLength: 40, maxLength: 40 }), async (texts) => {
        const ada = oneCustomer(greedy);
        const signals = texts.slice(0, 3).map((because) => ({ value: -1, weight: 1, because }));
        await ada.event('reply', {}, { signals });
        for (let round = 0; round < 6; round++) {
          const said = Object.fromEntries(NAMES.map((name, index) => [name, `${round}${texts[6 * round + index]}`]));
          await ada.event(STARTS[round % STARTS.length]!, said);
        }
        const { enrolments } = await ada.state();
        expect(Object.keys(enrolments).length).toBeGreaterThan(7);
        for (const [enrolment, { journey: name, visit }] of Object.entries(enrolments)) {
          const at = { journey: name, enrolment, step: 'send-welcome', visit: visit + 1, task: 'send' };
          await ada.send(at, enrolment);
          expect(largest(await ada.state())).toBeLessThan(MOST);
        }
        await ada.event('gone');
        expect(largest(await ada.state())).toBeLessThan(MOST);
        expect((await ada.state()).enrolments).toEqual({});
      }),
      { numRuns: runs(3) },
    );
  });

  it('stays below 16 KiB where each of 24 enrolments waits for events of its own, and notes what overtakes it', async () => {
    const where = 'heard.a = event.a';
    const types = ['reply', 'other'];
    const unless = types.map((on) => ({ on, where }));
    const steps = {
      'send-vow': { kind: 'send' as const, moment: 'vow', purpose: 'care' as const, unless },
      hear: { kind: 'listen' as const, on: types, where, within: 86_400 },
      loop: { kind: 'repeat' as const, every: 60, atMost: 9, until: { on: 'reply', where } },
    };
    const enter = { on: ['start'], again: 'always' as const, per: 'event.a' };
    const waiting = catalogue({
      ...greedy,
      events: { ...greedy.events, start: eventType({ fields }) },
      journeys: { one: journey('one', 'start', { enter, fields: ['a'], steps }) },
    });
    const texts = fc.array(hostileText(600), { minLength: NAMES.length, maxLength: NAMES.length });
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 8, maxLength: 8 }), async (spoken) => {
        const ada = oneCustomer(waiting);
        let most = 0;
        const refs = Array.from({ length: LIMITS.enrolments }, (_, index) => `${index}`.padStart(12, 'r'));
        for (const a of refs) await ada.event('start', { a });
        const running = Object.entries((await ada.state()).enrolments);
        expect(running).toHaveLength(LIMITS.enrolments);
        const entered = running.flatMap(([id, one]) => (one.journey === 'one' ? [id] : []));
        for (const [index, a] of [...refs, ...spoken.keys()].entries())
          for (const type of types) {
            ada.clock.now += 1000;
            const said = NAMES.map((name, at) => [name, spoken[(index + at) % spoken.length]![at]]);
            await ada.event(type, { ...Object.fromEntries(said), list: [{ name: 'thing' }], a: String(a) });
            most = Math.max(most, largest(await ada.state()));
          }
        expect(most).toBeLessThan(MOST);
        for (const enrolment of entered)
          await ada.send({ journey: 'one', enrolment, step: 'send-vow', visit: 1, task: 'send' });
        expect(new Set(ada.outcomes())).toEqual(new Set(['send-vow suppressed overtaken']));
        expect(ada.outcomes()).toHaveLength(entered.length);
      }),
      { numRuns: runs(1) },
    );
  });

  it('stays below 16 KiB with all the work that there may be, and whatever colleagues say of it', async () => {
    const calls = Array.from({ length: 14 }, (_, index) => `${'call-of-some-length-'.repeat(2)}${index}`);
    const work = Object.entries(BUILT_IN).filter(([, type]) => type.work);
    const journeys = calls.map((id) =>
      journey(id, 'start', {
        fields: NAMES,
        steps: { act: { kind: 'task', moment: id, purpose: 'care', within: 3600, with: { said: '= event.a' } } },
      }),
    );
    const busy = catalogue({
      ...greedy,
      events: {
        ...greedy.events,
        ...Object.fromEntries(
          work.map(([name, type]) => [name, { ...type, kept: ['outcome', 'note'], awaited: true }]),
        ),
      },
      moments: Object.fromEntries(calls.map((id) => [id, moment(id, { channels: ['agent'], team: 'a-team' })])),
      journeys: Object.fromEntries(journeys.map((one) => [one.id, one])),
    });
    const names = work.map(([name]) => name);
    const word = fc.record({
      name: fc.constantFrom(...names),
      call: fc.constantFrom(...calls),
      by: hostileText(300),
      said: hostileText(3000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 30, maxLength: 30 }), hostileText(800), async (spoken, text) => {
        const ada = oneCustomer(busy);
        let most = 0;
        await ada.event('start', Object.fromEntries(NAMES.map((name) => [name, text])));
        for (const [enrolment, { journey: name, visit }] of Object.entries((await ada.state()).enrolments)) {
          await ada.send({ journey: name, enrolment, step: 'act', visit: visit + 1, task: 'task' });
          most = Math.max(most, largest(await ada.state()));
        }
        for (const { name, call, by, said } of spoken) {
          const fields = { task: call, by, outcome: said, reason: said, note: said, text: said };
          await ada.event(name, fields);
          const state = await ada.state();
          most = Math.max(most, largest(state));
          expect(Object.keys(state.tasks ?? {}).length).toBeLessThanOrEqual(LIMITS.tasks + LIMITS.tasksOver);
        }
        expect(most).toBeLessThan(MOST);
      }),
      { numRuns: runs(3) },
    );
  });

  it('stays below 16 KiB with the shipped journeys, whatever comes and in whatever order', async () => {
    const { catalogue: shipped } = await loadProject('workflows');
    const types = Object.keys(shipped.events).filter((name) => !shipped.events[name]?.pauses);
    const some = fc.record({
      type: fc.constantFrom(...types),
      texts: fc.array(hostileText(600), { minLength: 8, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 60, maxLength: 60 }), async (happenings) => {
        const ada = oneCustomer(shipped);
        let most = 0;
        for (const { type, texts } of happenings) {
          ada.clock.now += 60_000;
          const said = Object.fromEntries(
            Object.entries(shipped.events[type]!.fields).map(([name, field], index) => [
              name,
              field.type === 'date' ? new Date(T0 + 60 * 86_400_000).toISOString() : texts[index % texts.length],
            ]),
          );
          await ada.event(type, said, { signals: [{ value: -0.1, weight: 1, because: texts[0]! }] });
          most = Math.max(most, largest(await ada.state()));
        }
        expect(most).toBeLessThan(MOST);
      }),
      { numRuns: runs(3) },
    );
  });
});

describe('what is cut for want of room', () => {
  it('is no text of up to 64 bytes that an enrolment entered by', async () => {
    const ada = oneCustomer(greedy);
    const said = Object.fromEntries(NAMES.map((name) => [name, `${name}`.repeat(64)]));
    for (let round = 0; round < 5; round++) await ada.event('start', { ...said, a: `${round}`.repeat(64) });
    const { enrolments } = await ada.state();
    expect(Object.keys(enrolments).length).toBeGreaterThan(3);
    for (const { event } of Object.values(enrolments)) {
      for (const value of Object.values(event)) expect(String(value)).toMatch(/^(.)\1{63}$/);
    }
  });

  it('is nobody who is in: who finds no room is refused with a word', async () => {
    const ada = oneCustomer(greedy);
    for (let round = 0; round < 9; round++) {
      const said = Object.fromEntries(NAMES.map((name) => [name, `${round}${name}`.repeat(200)]));
      await ada.event('start', said);
    }
    const entered = ada.journal.filter(({ kind }) => kind === 'entered').length;
    expect(entered).toBeLessThan(LIMITS.enrolments);
    expect(Object.keys((await ada.state()).enrolments)).toHaveLength(entered);
    expect(ada.journal).toContainEqual(expect.objectContaining({ kind: 'not-entered', reason: 'too-many' }));
  });

  it('is no wish to be left alone', async () => {
    const ada = oneCustomer(greedy);
    await ada.event('start', { b: 'tips' });
    const texts = fc.sample(hostileText(800), { numRuns: 240, seed: 1 });
    for (let round = 0; round < 40; round++) {
      ada.clock.now += 1000;
      const said = Object.fromEntries(NAMES.map((name, index) => [name, texts[6 * round + index]]));
      await ada.event(round % 2 === 0 ? 'other' : 'start-1', { ...said, b: undefined, d: `topic ${round}` });
    }
    expect((await ada.state()).consent).toHaveProperty('topic:tips', expect.objectContaining({ choice: 'withdrawn' }));
  });

  it('is no address: one too long to be kept is left out, not cut', async () => {
    const email = { type: 'email' as const, optional: true, provenance: 'stated' as const };
    const events = { start: eventType({ fields: { email }, sets: { email: 'email' } }) };
    const ada = oneCustomer(catalogue({ events }));
    await ada.event('start', { email: `${'a'.repeat(600)}@example.com` });
    expect((await ada.state()).attributes).toEqual({});
    await ada.event('start', { email: 'ada@example.com' });
    expect((await ada.state()).attributes.email?.value).toBe('ada@example.com');
  });
});

describe('an address of the web', () => {
  const url = (length: number) => `https://a.example/${'x'.repeat(length - 18)}`;
  const made = (type: 'url' | 'text') => {
    const field = { type, optional: true, provenance: 'observed' as const };
    const events = {
      start: eventType({ fields: { link: field, note: text }, sets: { link: 'link' }, kept: ['link'] }),
    };
    return oneCustomer(catalogue({ events, journeys: { j: journey('j', 'start', { fields: ['link', 'note'] }) } }));
  };

  it.each(['url', 'text'] as const)('in a field of type %s is whole, or not there', async (type) => {
    for (const length of [100, 580, 2048]) {
      const ada = made(type);
      await ada.event('start', { link: url(length) });
      const { attributes, enrolments } = await ada.state();
      expect(attributes.link?.value).toBe(url(length));
      expect(Object.values(enrolments).map(({ event }) => event.link)).toContain(url(length));
    }
    const ada = made(type);
    await ada.event('start', { link: url(2049) });
    expect((await ada.state()).attributes).toEqual({});
  });

  it('within a text is not cut', async () => {
    const ada = made('url');
    await ada.event('start', { note: `${'Look '.repeat(90)} at ${url(300)} please` });
    const notes = Object.values((await ada.state()).enrolments).map(({ event }) => event.note);
    expect(notes).toContain(`${'Look '.repeat(90)} at …`);
  });
});

it('ids that are long in bytes are kept by hash, and known again by it', async () => {
  const ada = oneCustomer();
  const ref = '票'.repeat(30);
  await ada.event('fail', { ref });
  await ada.event('mend', { ref });
  const { incidents } = await ada.state();
  expect(Object.keys(incidents)).toEqual([expect.stringMatching(/^failure:[0-9a-f]{40}$/)]);
  expect(Object.values(incidents)[0]).toMatchObject({ openedAt: T0, closedAt: T0 });
});

describe('a list of things in an item', () => {
  const ordered = eventType({
    fields: {
      items: {
        type: { list: { name: { type: 'text', optional: false }, link: { type: 'url', optional: true } } },
        optional: false,
        provenance: 'stated',
      },
    },
  });
  const all = catalogue({
    events: { ordered },
    journeys: { order: journey('order', 'ordered', { fields: ['items'] }) },
  });
  const enteredWith = async (items: object[]) => {
    const ada = oneCustomer(all);
    await ada.event('ordered', { items });
    return Object.values((await ada.state()).enrolments)[0]?.event.items;
  };

  it('is whole where there is room', async () => {
    const items = [{ name: 'Tent', link: 'https://example.com' }, { name: 'Socks' }];
    expect(await enteredWith(items)).toEqual(items);
  });

  it('has its first things, and no address is cut', async () => {
    const items = Array.from({ length: 200 }, (_, index) => ({
      name: `${index} ${'x'.repeat(300)}`,
      link: `https://example.com/${'y'.repeat(300)}`,
    }));
    const kept = await enteredWith(items);
    expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThanOrEqual(LIMITS.list);
    const first = items.slice(0, 3).map(({ link }, index) => ({ name: expect.stringMatching(`^${index} x+…$`), link }));
    expect(kept).toMatchObject(first);
  });
});
