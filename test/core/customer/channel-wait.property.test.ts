import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { ada as customer, trouble, verdict } from '../gate/support.ts';

/** As the standard catalogue has it for a relationship moment. */
const PATIENCE = 1000 * policy.purposes.relationship.patience;

/** What a channel says to each attempt in turn, and what became of the step. */
const attemptAll = async (receipts: ('busy' | 'down')[]) => {
  const ada = oneCustomer();
  await ada.event('start');
  const welcome = ada.task('hello', 'welcome');
  const waits: { receipt: string; wait: number }[] = [];
  for (const [index, receipt] of receipts.entries()) {
    if (typeof (await ada.send(welcome, `a${index}`)) === 'string') {
      ada.clock.now = Math.max(ada.standing('hello')!.due, ada.clock.now);
      continue;
    }
    await ada.record(welcome, receipt, `a${index}`);
    const { due } = ada.standing('hello')!;
    waits.push({ receipt, wait: due - ada.clock.now });
    ada.clock.now = Math.max(due, ada.clock.now);
  }
  return { ada, welcome, waits };
};

describe('a step whose channel does not take it', () => {
  it('is never dropped for a fault of ours: as soon as the channel is back it goes out', async () => {
    const stretches = fc.array(fc.constantFrom('down' as const), { minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(stretches, async (receipts) => {
        const { ada, welcome, waits } = await attemptAll(receipts);
        expect(Math.max(...waits.map(({ wait }) => wait))).toBeLessThanOrEqual(2 * HOUR);
        // It may be night just then.
        while ((await ada.sent(welcome, 'last')) === 'later') ada.clock.now = ada.standing('hello')!.due;
        expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'sent', reason: 'clear' });
      }),
      { numRuns: 15 },
    );
  });

  it('has its whole patience for a busy channel, and not more, whatever else was down meanwhile', async () => {
    const stretches = fc.array(fc.constantFrom('busy' as const, 'busy' as const, 'down' as const), {
      minLength: 600,
      maxLength: 600,
    });
    await fc.assert(
      fc.asyncProperty(stretches, async (receipts) => {
        const { ada, waits } = await attemptAll(receipts);
        const busy = waits.filter(({ receipt }) => receipt === 'busy').reduce((sum, { wait }) => sum + wait, 0);
        const last = ada.decisions().at(-1);
        if (last?.outcome !== 'suppressed') expect(busy).toBeLessThan(PATIENCE);
        else {
          expect(last.reason).toBe('patience:channel-busy');
          expect(busy).toBeGreaterThanOrEqual(PATIENCE - HOUR);
          expect(busy).toBeLessThanOrEqual(PATIENCE + HOUR);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('loses none of the patience for other reasons: a wave that met a busy channel goes on after the night', () => {
    const times = fc.record({
      waited: fc.integer({ min: 0, max: PATIENCE - 1 }),
      busy: fc.integer({ min: 0, max: 3 * DAY }),
      down: fc.integer({ min: 0, max: 30 * DAY }),
    });
    fc.assert(
      fc.property(times, ({ waited, busy, down }) => {
        const about = { since: T0 - waited - busy - down, lost: { busy, down } };
        const answer = verdict(customer({ incidents: trouble }), { about });
        expect(answer).toMatchObject({ outcome: 'held', reason: 'open-incident' });
        const over = { ...about, since: T0 - PATIENCE - busy - down };
        expect(verdict(customer({ incidents: trouble }), { about: over })).toMatchObject({
          reason: 'patience:open-incident',
        });
      }),
    );
  });

  it('does not come back together with all others', async () => {
    const waits = new Set<number>();
    for (let one = 0; one < 50; one++) {
      const ada = oneCustomer();
      await ada.event('start', {}, { id: `own-${one}` });
      const welcome = ada.task('hello', 'welcome');
      await ada.send(welcome);
      await ada.record(welcome, 'busy');
      waits.add(Math.floor((ada.standing('hello')!.due - T0) / 3000));
    }
    // Ten slices of three seconds lie between half a minute and a whole one.
    expect(waits.size).toBeGreaterThan(7);
  });
});

describe('a channel that is paced', () => {
  it('holds a step until its turn, and lets it pass then without another', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    expect(await ada.send(welcome)).toMatchObject({ reserved: { channel: 'inbox' } });
    const turn = ada.clock.now + 5 * HOUR;
    expect(await ada.record(welcome, 'busy', 'a1', turn)).toBe('later');
    expect(ada.standing('hello')).toMatchObject({ due: turn, held: { reason: 'channel-busy' } });
    ada.clock.now = turn;
    expect(await ada.send(welcome, 'a2')).toMatchObject({ reserved: { hasTurn: true } });
  });

  it('does not go to the end of the line where the channel is full at its turn all the same', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    await ada.record(welcome, 'busy', 'a1', ada.clock.now + HOUR);
    ada.clock.now += HOUR;
    await ada.send(welcome, 'a2');
    await ada.record(welcome, 'busy', 'a2');
    expect(ada.standing('hello')!.due).toBeLessThanOrEqual(ada.clock.now + MINUTE);
    ada.clock.now = ada.standing('hello')!.due;
    expect(await ada.send(welcome, 'a3')).toMatchObject({ reserved: { hasTurn: true } });
    // A channel that is down is another matter: when it is back, so is everybody.
    await ada.record(welcome, 'down', 'a3');
    ada.clock.now = ada.standing('hello')!.due;
    const { reserved } = (await ada.send(welcome, 'a4')) as { reserved: object };
    expect(reserved).not.toHaveProperty('hasTurn');
  });

  it('waits a minute for a channel that is full for the first time, however long it was down before the turn', async () => {
    const { ada, welcome } = await attemptAll(['down', 'down', 'down', 'down', 'down']);
    await ada.send(welcome, 'b1');
    await ada.record(welcome, 'busy', 'b1', ada.clock.now + MINUTE);
    ada.clock.now += MINUTE;
    await ada.send(welcome, 'b2');
    await ada.record(welcome, 'busy', 'b2');
    expect(ada.standing('hello')!.due).toBeLessThanOrEqual(ada.clock.now + MINUTE);
  });

  it('asks for another turn where it missed its own, by a quarter of an hour', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    await ada.record(welcome, 'busy', 'a1', ada.clock.now + HOUR);
    ada.clock.now += HOUR + 15 * MINUTE;
    const { reserved } = (await ada.send(welcome, 'a2')) as { reserved: object };
    expect(reserved).not.toHaveProperty('hasTurn');
  });
});
