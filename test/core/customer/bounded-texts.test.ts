import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { catalogue, eventType, journey } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { greedy, NAMES, text } from '../../support/greedy.ts';
import { hostileText } from '../../support/hostile.ts';

describe('what is cut for want of room', () => {
  it('is no text of up to 64 bytes that an enrolment entered by', async () => {
    const ada = oneCustomer(greedy);
    const fields = Object.fromEntries(NAMES.map((name) => [name, `${name}`.repeat(64)]));
    for (let round = 0; round < 5; round++) await ada.event('start', { ...fields, a: `${round}`.repeat(64) });
    const { enrolments } = await ada.state();
    expect(Object.keys(enrolments).length).toBeGreaterThan(3);
    for (const { event } of Object.values(enrolments)) {
      for (const value of Object.values(event)) expect(String(value)).toMatch(/^(.)\1{63}$/);
    }
  });

  it('is nobody who is in: who finds no room is refused with a word', async () => {
    const ada = oneCustomer(greedy);
    for (let round = 0; round < 9; round++) {
      const fields = Object.fromEntries(NAMES.map((name) => [name, `${round}${name}`.repeat(200)]));
      await ada.event('start', fields);
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
      const fields = Object.fromEntries(NAMES.map((name, index) => [name, texts[6 * round + index]]));
      await ada.event(round % 2 === 0 ? 'other' : 'start-1', { ...fields, b: undefined, d: `topic ${round}` });
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
  const customerWith = (type: 'url' | 'text') => {
    const field = { type, optional: true, provenance: 'observed' as const };
    const events = {
      start: eventType({ fields: { link: field, note: text }, sets: { link: 'link' }, kept: ['link'] }),
    };
    return oneCustomer(catalogue({ events, journeys: { j: journey('j', 'start', { fields: ['link', 'note'] }) } }));
  };

  it.each(['url', 'text'] as const)('in a field of type %s is whole, or not there', async (type) => {
    for (const length of [100, 580, 2048]) {
      const ada = customerWith(type);
      await ada.event('start', { link: url(length) });
      const { attributes, enrolments } = await ada.state();
      expect(attributes.link?.value).toBe(url(length));
      expect(Object.values(enrolments).map(({ event }) => event.link)).toContain(url(length));
    }
    const ada = customerWith(type);
    await ada.event('start', { link: url(2049) });
    expect((await ada.state()).attributes).toEqual({});
  });

  it('within a text is not cut', async () => {
    const ada = customerWith('url');
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
    const list = await enteredWith(items);
    expect(Buffer.byteLength(JSON.stringify(list))).toBeLessThanOrEqual(LIMITS.list);
    const first = items.slice(0, 3).map(({ link }, index) => ({ name: expect.stringMatching(`^${index} x+…$`), link }));
    expect(list).toMatchObject(first);
  });
});
