import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { Frequency, HOURS, LEAST_OPEN_HOURS, leaveRoom } from '../../../language/catalogue/known.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';

const builtIn = (name: string) => ({ ...BUILT_IN[name]!, kept: [], awaited: false });
const workflows = catalogue({
  events: {
    frequency: builtIn('customer.frequency_chosen'),
    hours: builtIn('customer.hours_chosen'),
    start: eventType({ sets: { email: '"ada@example.com"' } }),
  },
});

const wish = fc.record({
  type: fc.constantFrom('frequency', 'hours'),
  frequency: fc.constantFrom(...Frequency.options),
  hours: fc.oneof(fc.constant({}), fc.record({ from: fc.constantFrom(...HOURS), to: fc.constantFrom(...HOURS) })),
  // Few, so that several fall on one time.
  hour: fc.integer({ min: 0, max: 5 }),
});

const stateAfter = async (
  wishes: { type: string; frequency: string; hours: Record<string, unknown>; hour: number; id: number }[],
) => {
  const ada = oneCustomer(workflows);
  ada.clock.now = T0 + 10 * HOUR;
  for (const { type, frequency, hours, hour, id } of wishes) {
    const at = new Date(T0 + hour * HOUR).toISOString();
    await ada.event(type, type === 'frequency' ? { frequency } : hours, { at, id: `w${id}` });
  }
  const { frequency, hours } = await ada.state();
  return { frequency, hours, journal: ada.journal };
};

describe('how often, and when not, a customer hears from us', () => {
  it('is what they said last, in whatever order and however often it comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(wish, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (all, draws) => {
          const wishes = all.map((one, id) => ({ ...one, id }));
          const shuffled = [...wishes, ...wishes].sort(() => ((draws.next().value ?? 0) % 2 === 0 ? 1 : -1));
          const [inOrder, otherwise] = [await stateAfter(wishes), await stateAfter(shuffled)];
          expect(otherwise.frequency).toEqual(inOrder.frequency);
          expect(otherwise.hours).toEqual(inOrder.hours);
          const last = Math.max(...wishes.filter(({ type }) => type === 'frequency').map(({ hour }) => hour));
          if (inOrder.frequency) expect(inOrder.frequency.at).toBe(T0 + last * HOUR);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('never keeps all of a day quiet, and what would is told and not taken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...HOURS), fc.constantFrom(...HOURS), async (from, to) => {
        const { hours, journal } = await stateAfter([
          { type: 'hours', frequency: '', hours: { from, to }, hour: 0, id: 0 },
        ]);
        const open = (Number(from.slice(0, 2)) - Number(to.slice(0, 2)) + 24) % 24;
        expect(leaveRoom(from, to)).toBe(open >= LEAST_OPEN_HOURS);
        expect(hours).toEqual(open >= LEAST_OPEN_HOURS ? { from, to, at: T0 } : undefined);
        expect(journal.at(-1)).toMatchObject(
          open >= LEAST_OPEN_HOURS ? { kind: 'chosen', hours: { from, to } } : { kind: 'rejected', reason: 'left-out' },
        );
      }),
      { numRuns: runs(60) },
    );
  });

  it('asks at once about a message that is held for it', async () => {
    const ada = oneCustomer(workflows);
    await ada.event('hours', { from: '09:00', to: '19:00' });
    await ada.event('start');
    await ada.send(ada.task('hello', 'welcome'));
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'held', reason: 'quiet-hours' });
    expect(ada.decisions().at(-1)?.basis?.hours).toMatchObject({ from: '09:00', to: '19:00' });
    ada.clock.now += 1000;
    await ada.event('hours', {});
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
  });
});
