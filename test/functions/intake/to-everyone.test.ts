import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { eventType } from '../../support/catalogue.ts';
import { field, intakeOf, refusal } from './support.ts';

const outage = {
  ...eventType({ everyone: { affects: 'true = true', perSecond: 50 }, sources: ['acme.monitoring'], id: 'ref' }),
  fields: { ref: field('text', false), since: field('date'), note: field('number') },
};
const setUp = () => intakeOf({ outage, plain: eventType({ sources: ['acme.crm'] }), own: eventType({ sources: [] }) });
const from = { source: 'acme.monitoring' };

describe('an event about everyone', () => {
  it('is nobody’s yet: all are asked, once for its key', async () => {
    const { take, begun, store } = setUp();
    expect(await take('outage', { ref: 'f1', since: '2026-03-01', extra: 1 }, from)).toEqual({
      status: 'applied',
      broadcast: 'outage#f1',
    });
    expect(begun).toEqual([
      {
        id: 'outage#f1',
        type: 'outage',
        at: expect.any(String),
        fields: { ref: 'f1', since: '2026-03-01T00:00:00.000Z' },
        // As it came: a date is midnight where each customer is.
        detail: { ref: 'f1', since: '2026-03-01' },
      },
    ]);
    expect(store.ids()).toEqual([]);
  });

  it('goes without an optional field that does not fit, and says so', async () => {
    const { take, begun } = setUp();
    expect(await take('outage', { ref: 'f1', note: 'many' }, from)).toMatchObject({
      leftOut: { event: 'outage', fields: ['note'] },
    });
    expect(begun[0]?.detail).toEqual({ ref: 'f1' });
  });

  it.each([
    ['without a field that it has to have', {}, 'schema'],
    ['of a key that is none', { ref: {} }, 'schema'],
  ])('%s is refused', async (_, detail, reason) => {
    const { take } = setUp();
    expect((await refusal(take('outage', detail, from))).reason).toBe(reason);
  });

  it('of more than 16 KiB is refused', async () => {
    const { take } = setUp();
    const { reason, message } = await refusal(take('outage', { ref: 'f'.repeat(17_000) }, from));
    expect(reason).toBe('too-large');
    expect(message).toContain('16384');
  });

  it('of a time that is none is refused', async () => {
    const { take } = setUp();
    expect((await refusal(take('outage', { ref: 'f1' }, { ...from, time: 'yesterday' }))).reason).toBe('malformed');
  });

  it.each(['console', 'tactful.broadcast', 'acme.monitoring.more'])(
    'is taken from those alone whom events.yaml names, and not from %s',
    async (source) => {
      const { take, begun } = setUp();
      const { reason, message } = await refusal(take('outage', { ref: 'f1' }, { source }));
      expect(reason).toBe('untrusted-source');
      expect(message).toContain('"acme.monitoring"');
      expect(begun).toEqual([]);
    },
  );

  it('so is any event that names its sources', async () => {
    const { take } = setUp();
    expect((await refusal(take('plain', { customerId: 'ada' }))).reason).toBe('untrusted-source');
    expect(await take('plain', { customerId: 'ada' }, { source: 'acme.crm' })).toMatchObject({ status: 'applied' });
  });

  it('one that is ours alone comes over no bus, whoever says that they are us', async () => {
    const { take } = setUp();
    const { reason, message } = await refusal(take('own', { customerId: 'ada' }, { source: 'tactful.capacity' }));
    expect(reason).toBe('untrusted-source');
    expect(message).toContain('own is ours alone: it comes over no bus');
    await take('plain', { customerId: 'ada' }, { source: 'acme.crm' });
    const addressed = { source: 'tactful.capacity', addressed: { customer: 'ada', broadcast: 'capacity' } };
    expect(await take('own', { customerId: 'ada' }, addressed)).toMatchObject({ status: 'applied' });
  });
});

describe('what it becomes for one customer', () => {
  const addressed = { customer: 'ada', broadcast: 'outage#f1' };
  const envelope = { id: 'outage#f1#ada', source: 'tactful.broadcast', addressed };

  it('is an event of theirs, once', async () => {
    const { take, store, begun } = setUp();
    await take('plain', { customerId: 'ada' }, { source: 'acme.crm' });
    expect(await take('outage', { ref: 'f1' }, envelope)).toEqual({ status: 'applied', customer: 'ada' });
    expect(await take('outage', { ref: 'f1' }, envelope)).toEqual({ status: 'duplicate', customer: 'ada' });
    expect(store.ids()).toEqual(['ada']);
    expect(begun).toEqual([]);
  });

  it('makes nobody of whom nothing is known, or nothing any more: they were erased while it was on its way', async () => {
    const { take, store } = setUp();
    expect(await take('outage', { ref: 'f1' }, envelope)).toEqual({ status: 'skipped', customer: 'ada' });
    expect(store.ids()).toEqual([]);
  });

  it('cannot be said of an event that is not about everyone', async () => {
    const { take } = setUp();
    expect(await take('plain', { customerId: 'ben' }, envelope)).toMatchObject({ customer: 'ben' });
  });
});

describe('what a colleague gives or takes back', () => {
  const detail = { customerId: 'ada', gesture: 'points', by: 'bea' };
  const giving = (system: string[]) => {
    const typeOf = (name: string) => ({ ...BUILT_IN[name]!, kept: [], awaited: false });
    const from = ({ sources = [], ...type }: ReturnType<typeof typeOf>) => ({
      ...type,
      sources: [...sources, ...system],
    });
    return intakeOf({
      met: eventType(),
      'agent.gesture_given': from(typeOf('agent.gesture_given')),
      'agent.gesture_reversed': from(typeOf('agent.gesture_reversed')),
    });
  };

  it.each(['agent.gesture_given', 'agent.gesture_reversed'])(
    'is taken from the console, and from a system that gestures.yaml names: %s',
    async (name) => {
      const { take } = giving(['acme.service']);
      await take('met', { customerId: 'ada' });
      for (const source of ['tactful.preferences', 'acme.service'])
        expect(await take(name, { ...detail, request: source }, { source })).toMatchObject({ status: 'applied' });
    },
  );

  it.each(['agent.gesture_given', 'agent.gesture_reversed'])('is not taken from who is neither: %s', async (name) => {
    const { take } = giving([]);
    await take('met', { customerId: 'ada' });
    const { reason, message } = await refusal(take(name, detail, { source: 'acme.service' }));
    expect(reason).toBe('untrusted-source');
    expect(message).toContain('`givenFrom` in gestures.yaml');
  });
});

describe('what a customer chose', () => {
  const choice = { customerId: 'ada', decision: 'help', gesture: 'points' };
  const choosing = (sources: string[]) =>
    intakeOf({
      met: eventType(),
      'gesture.chosen': { ...BUILT_IN['gesture.chosen']!, sources, kept: [], awaited: false },
    });

  it('is taken from a page of ours, which signs it, and from a system that gestures.yaml names', async () => {
    const { take, sign } = choosing(['acme.app']);
    await take('met', { customerId: 'ada' });
    const page = { source: 'tactful.preferences' };
    expect(await take('gesture.chosen', sign('gesture.chosen', choice), page)).toMatchObject({ status: 'applied' });
    expect(await take('gesture.chosen', choice, { source: 'acme.app' })).toMatchObject({ status: 'applied' });
  });

  it.each(['tactful.preferences', 'acme.crm', 'tactful.broadcast'])(
    'is not taken from who is neither, under the name %s',
    async (source) => {
      const { take } = choosing(['acme.app']);
      await take('met', { customerId: 'ada' });
      const { reason, message } = await refusal(take('gesture.chosen', choice, { source }));
      expect(reason).toBe('untrusted-source');
      expect(message).toContain('`chosenFrom` in gestures.yaml');
    },
  );

  it('is taken from pages alone where nobody is named', async () => {
    const { take } = choosing([]);
    expect((await refusal(take('gesture.chosen', choice, { source: 'acme.app' }))).reason).toBe('untrusted-source');
  });
});
