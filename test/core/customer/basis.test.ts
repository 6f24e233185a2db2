import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType, journey, moment, policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const text = { type: 'text' as const, optional: false, provenance: 'stated' as const };
const iso = (at: number): string => new Date(at).toISOString();

const lastCall = {
  kind: 'send' as const,
  moment: 'welcome',
  purpose: 'relationship' as const,
  unless: [{ on: 'mend' }, { on: 'reply' }],
};

const workflows = catalogue({
  journeys: { hello: journey('hello', 'start', { steps: { 'last-call': lastCall } }) },
  events: {
    wish: eventType({ consent: { topic: 'topic', choice: 'choice' }, fields: { topic: text, choice: text } }),
    guess: eventType({ sets: { size: 'size' }, fields: { size: { ...text, provenance: 'inferred' } } }),
    start: eventType({ sets: { zone: 'zone' }, fields: { zone: { ...text, optional: true } } }),
  },
  moments: { fits: moment('fits', { attributes: ['size'] }), ask: moment('ask', { topic: 'offers' }) },
  policy: { ...policy, quietHours: { from: '21:00', to: '08:00', spread: 0 } },
});

/** Somebody in `hello`, by the inbox. */
const begin = async (zone = 'UTC') => {
  const ada = oneCustomer(workflows);
  await ada.event('start', { zone });
  return ada;
};

const basis = (ada: Awaited<ReturnType<typeof begin>>) => ada.decisions().at(-1)?.basis;

describe('the journal says what a decision rested on, where no other entry does', () => {
  it('the incidents that were open, longest first, and how many more there were', async () => {
    const ada = await begin();
    for (const ref of ['a', 'b', 'c', 'd']) {
      await ada.event('fail', { ref });
      ada.clock.now += HOUR;
    }
    await ada.event('mend', { ref: 'b' });
    await ada.send(ada.task('hello', 'welcome'));
    expect(basis(ada)).toEqual({
      incidents: [
        { incident: 'failure:a', since: iso(T0), ends: iso(T0 + 30 * DAY) },
        { incident: 'failure:c', since: iso(T0 + 2 * HOUR), ends: iso(T0 + 30 * DAY + 2 * HOUR) },
        { incident: 'failure:d', since: iso(T0 + 3 * HOUR), ends: iso(T0 + 30 * DAY + 3 * HOUR) },
      ],
    });
    const more = await begin();
    for (const ref of ['a', 'b', 'c', 'd']) await more.event('fail', { ref });
    await more.send(more.task('hello', 'welcome'));
    expect(basis(more)).toMatchObject({ besides: 1 });
  });

  it('the score, and when a signal happened that came late', async () => {
    const ada = await begin();
    const signals = [{ value: -1, weight: 1, because: 'It is awful.' }];
    await ada.event('reply', { ref: 'x' }, { signals, at: iso(T0 - HOUR) });
    await ada.event('reply', { ref: 'y' }, { signals });
    await ada.send(ada.task('hello', 'welcome'));
    // The second is heard with a quarter of its weight: it says nothing that was not said.
    expect(basis(ada)?.score).toBeCloseTo(-0.71, 2);
    expect(ada.journal.filter(({ kind }) => kind === 'signal')).toEqual([
      expect.objectContaining({ happenedAt: iso(T0 - HOUR) }),
      expect.not.objectContaining({ happenedAt: expect.anything() }),
    ]);
  });

  it('the topic that was withdrawn, and when', async () => {
    const ada = await begin();
    await ada.event('wish', { topic: 'tips', choice: 'withdrawn' });
    await ada.send(ada.task('hello', 'welcome'));
    expect(basis(ada)).toEqual({ topic: { topic: 'tips', withdrawnAt: iso(T0) } });
  });

  it('the attribute that copy may not print', async () => {
    const ada = await begin();
    await ada.event('guess', { size: 'large' });
    await ada.send(ada.task('hello', 'fits'));
    expect(basis(ada)).toEqual({ attribute: { name: 'size', provenance: 'inferred', event: 'guess', at: iso(T0) } });
  });

  it('whose hours counted', async () => {
    const ada = await begin('Asia/Tokyo');
    ada.clock.now = T0 + 3 * HOUR;
    await ada.send(ada.task('hello', 'welcome'));
    expect(ada.outcomes()).toEqual(['send-welcome held quiet-hours']);
    expect(basis(ada)).toEqual({ zone: 'Asia/Tokyo' });
  });

  it('what overtook it', async () => {
    const ada = await begin();
    ada.clock.now += HOUR;
    await ada.event('reply', { ref: 'x' });
    ada.clock.now += HOUR;
    await ada.send(ada.at('hello', 'last-call'));
    expect(basis(ada)).toEqual({ happened: { event: 'reply', at: iso(T0 + HOUR) } });
  });

  it('the same reason when patience is over', async () => {
    const ada = await begin();
    await ada.event('fail', { ref: 'a' });
    const task = ada.task('hello', 'welcome');
    await ada.send(task);
    ada.clock.now += 11 * DAY;
    await ada.send(task);
    expect(ada.outcomes().at(-1)).toBe('send-welcome suppressed patience:open-incident');
    expect(basis(ada)?.incidents).toHaveLength(1);
  });
});
