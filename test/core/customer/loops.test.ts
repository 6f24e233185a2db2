import { describe, expect, it } from 'vitest';
import { toItem } from '../../../core/customer/model/item.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { RunStepOf } from '../../../language/catalogue/step.ts';
import { catalogue, journey, policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';

const loop = (more: Partial<RunStepOf<'repeat'>> = {}): RunStepOf<'repeat'> => ({
  kind: 'repeat',
  every: 2 * 86_400,
  atMost: 3,
  ...more,
});

/** A body that takes a day, so that turns have a beginning and an end. */
const entered = async (steps: Record<string, RunStepOf<'repeat'>>, seconds = 86_400) => {
  const body = { kind: 'wait' as const, seconds };
  const hello = journey('hello', 'start', { steps: { ...steps, body } });
  const ada = oneCustomer(catalogue({ journeys: { hello }, policy: { ...policy, gap: 0 } }));
  await ada.event('start');
  return ada;
};
type Ada = Awaited<ReturnType<typeof entered>>;

/** Goes to the loop as its run does, when its timer says so. */
const comeTo = async (ada: Ada, step = 'loop') => {
  const answer = await ada.advance(ada.at('hello', step));
  if (answer !== 'later') return answer;
  ada.clock.now = ada.standing('hello')!.due;
  return ada.advance(ada.at('hello', step));
};
const walkBody = async (ada: Ada) => {
  await ada.advance(ada.at('hello', 'body'));
  ada.clock.now = Math.max(ada.clock.now, ada.standing('hello')!.due);
};
const days = ({ clock }: Ada) => (clock.now - T0) / DAY;

describe('a loop', () => {
  it('begins a turn every so often, counted from the beginning of the one before, and ends after the last', async () => {
    const ada = await entered({ loop: loop() });
    const begun: number[] = [];
    while ((await comeTo(ada)) === 'again') {
      begun.push(days(ada));
      await walkBody(ada);
    }
    expect(begun).toEqual([0, 2, 4]);
    expect(days(ada)).toBe(5);
    expect(ada.standing('hello')).toMatchObject({ answer: 'through', turns: {} });
  });

  it('begins the next turn at once where the body took longer than `every`', async () => {
    const ada = await entered({ loop: loop() }, 3 * 86_400);
    const begun: number[] = [];
    while ((await comeTo(ada)) === 'again') {
      begun.push(days(ada));
      await walkBody(ada);
    }
    expect(begun).toEqual([0, 3, 6]);
  });

  it('counts a turn once, however often its task comes', async () => {
    const ada = await entered({ loop: loop() });
    const first = ada.at('hello', 'loop');
    expect(await ada.advance(first)).toBe('again');
    const version = ada.version();
    expect(await ada.advance(first)).toBe('again');
    expect(ada.version()).toBe(version);
    expect(ada.standing('hello')?.turns?.loop?.count).toBe(1);
  });

  it('waits for its next turn, and nothing is written for who asks too early', async () => {
    const ada = await entered({ loop: loop() });
    await comeTo(ada);
    await walkBody(ada);
    expect(await ada.advance(ada.at('hello', 'loop'))).toBe('later');
    expect(ada.standing('hello')?.due).toBe(T0 + 2 * DAY);
    const version = ada.version();
    expect(await ada.advance(ada.at('hello', 'loop'))).toBe('later');
    expect(ada.version()).toBe(version);
  });

  it('that is come to again begins anew', async () => {
    const ada = await entered({ loop: loop({ atMost: 1 }) });
    expect(await comeTo(ada)).toBe('again');
    await walkBody(ada);
    expect(await comeTo(ada)).toBe('through');
    await walkBody(ada);
    expect(await comeTo(ada)).toBe('again');
  });

  it('within a loop begins anew in each turn of the outer one', async () => {
    const ada = await entered({ outer: loop({ atMost: 2 }), inner: loop({ every: 3600, atMost: 2 }) }, 60);
    const walk: string[] = [];
    while ((await comeTo(ada, 'outer')) === 'again') {
      walk.push('outer');
      while ((await comeTo(ada, 'inner')) === 'again') {
        walk.push('inner');
        await walkBody(ada);
      }
    }
    expect(walk).toEqual(['outer', 'inner', 'inner', 'outer', 'inner', 'inner']);
    expect(days(ada)).toBeLessThan(3);
  });

  it('leaves the item as large as it was, over hundreds of turns', async () => {
    const ada = await entered({ loop: loop({ every: 3600, atMost: 10_000 }) }, 60);
    const TURNS = runs(500);
    const sizes: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      expect(await comeTo(ada)).toBe('again');
      await ada.event('reply', { ref: `r${turn}` });
      await ada.advance(ada.at('hello', 'listen-reply'));
      await walkBody(ada);
      if (turn % 100 === 99) sizes.push(toItem(await ada.state()).length);
    }
    expect(Math.max(...sizes)).toBeLessThan(sizes[0]! + 40);
    expect(ada.standing('hello')?.visit).toBe(3 * TURNS);
  });
});

describe('what ends a loop', () => {
  const until = { on: 'reply', where: 'heard.ref = "yes"' };

  it('ends it before its first turn, where it has happened already', async () => {
    const ada = await entered({ loop: loop({ until }) });
    await ada.event('reply', { ref: 'yes' });
    expect(await comeTo(ada)).toBe('through');
    expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'yes' } });
  });

  it('ends it after the turn during which it happened', async () => {
    const ada = await entered({ loop: loop({ until }) });
    await comeTo(ada);
    await ada.advance(ada.at('hello', 'body'));
    await ada.event('reply', { ref: 'yes' });
    expect(ada.standing('hello')).toMatchObject({ at: 'body' });
    ada.clock.now += DAY;
    expect(await ada.advance(ada.at('hello', 'loop'))).toBe('through');
  });

  it('ends it at once while it waits for its next turn', async () => {
    const ada = await entered({ loop: loop({ until }) });
    await comeTo(ada);
    await walkBody(ada);
    expect(await ada.advance(ada.at('hello', 'loop'))).toBe('later');
    ada.clock.now += HOUR;
    await ada.event('reply', { ref: 'no' });
    expect(ada.standing('hello')?.answer).toBeUndefined();
    await ada.event('reply', { ref: 'yes' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'through', due: ada.clock.now, heard: { ref: 'yes' } });
    expect(await ada.advance(ada.at('hello', 'loop'))).toBe('through');
  });

  it('does not end it a second time: it was taken', async () => {
    const ada = await entered({ loop: loop({ until }) });
    await ada.event('reply', { ref: 'yes' });
    expect(await comeTo(ada)).toBe('through');
    await walkBody(ada);
    expect(await comeTo(ada)).toBe('again');
  });
});

describe('what ends a loop, and is heard by a step of its turns', () => {
  const until = { on: 'reply', where: 'heard.ref != "no"' };
  const DAYS = 86_400;
  const listening = async (steps: Record<string, RunStepOf<'repeat'>>) => {
    const ada = await entered({ ...steps });
    return { ada, hear: () => ada.advance(ada.at('hello', 'listen-reply')) };
  };
  /** Comes to a loop as its run does, without waiting for its next turn. */
  const arrive = (ada: Ada, step = 'loop') => ada.advance(ada.at('hello', step));
  /** A turn of both loops, in which a step heard what ends them. */
  const hearInBoth = async (ada: Ada, hear: () => Promise<unknown>): Promise<void> => {
    await arrive(ada, 'outer');
    await arrive(ada, 'inner');
    await ada.event('reply', { ref: 'yes' });
    await hear();
    await walkBody(ada);
  };

  it('ends it after that turn, whether it came while the step listened or before', async () => {
    for (const comes of ['before', 'meanwhile']) {
      const { ada, hear } = await listening({ loop: loop({ until }) });
      expect(await arrive(ada)).toBe('again');
      if (comes === 'before') await ada.event('reply', { ref: 'yes' });
      expect(await hear()).toBe(comes === 'before' ? 'heard' : 'later');
      if (comes === 'meanwhile') await ada.event('reply', { ref: 'yes' });
      await walkBody(ada);
      expect(await arrive(ada)).toBe('through');
      expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'yes' }, turns: {} });
      expect(ada.standing('hello')?.took).toHaveLength(1);
    }
  });

  it('ends it by the one that its condition means, also where another was heard since', async () => {
    const { ada, hear } = await listening({ loop: loop({ until, every: 2 * DAYS }) });
    expect(await arrive(ada)).toBe('again');
    for (const ref of ['yes', 'no']) {
      ada.clock.now += 1000;
      await ada.event('reply', { ref });
      expect(await hear()).toBe('heard');
      await walkBody(ada);
    }
    expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'no' } });
    expect(await arrive(ada)).toBe('through');
    expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'yes' } });
  });

  it('does not end it where a step before the loop heard it', async () => {
    const { ada, hear } = await listening({ loop: loop({ until }) });
    await ada.event('reply', { ref: 'yes' });
    expect(await hear()).toBe('heard');
    expect(await comeTo(ada)).toBe('again');
    await walkBody(ada);
    expect(await comeTo(ada)).toBe('again');
  });

  it('does not end the next loop on the same event, which ends when it comes again', async () => {
    const { ada, hear } = await listening({ loop: loop({ until }), next: loop({ until }) });
    await arrive(ada);
    await ada.event('reply', { ref: 'yes' });
    await hear();
    await walkBody(ada);
    expect(await arrive(ada)).toBe('through');
    expect(await arrive(ada, 'next')).toBe('again');
    await walkBody(ada);
    expect(await arrive(ada, 'next')).toBe('later');
    await ada.event('reply', { ref: 'again' });
    expect(ada.standing('hello')).toMatchObject({ at: 'next', answer: 'through', heard: { ref: 'again' } });
  });

  it('ends each loop in whose turns the step stands', async () => {
    const { ada, hear } = await listening({ outer: loop({ until }), inner: loop({ until, every: 3600 }) });
    await hearInBoth(ada, hear);
    expect(await arrive(ada, 'inner')).toBe('through');
    expect(await arrive(ada, 'outer')).toBe('through');
  });

  it('ended an inner loop, and does not end it in the next turn of the outer one', async () => {
    const { ada, hear } = await listening({ outer: loop({ every: 3600 }), inner: loop({ until, every: 3600 }) });
    await hearInBoth(ada, hear);
    expect(await arrive(ada, 'inner')).toBe('through');
    expect(await arrive(ada, 'outer')).toBe('again');
    expect(await arrive(ada, 'inner')).toBe('again');
  });

  it('ends the outer loop where it ended the inner one, which listens itself', async () => {
    const { ada } = await listening({ outer: loop({ until }), inner: loop({ until, every: 3600 }) });
    await arrive(ada, 'outer');
    await arrive(ada, 'inner');
    await walkBody(ada);
    await ada.event('reply', { ref: 'yes' });
    expect(await arrive(ada, 'inner')).toBe('through');
    expect(await arrive(ada, 'outer')).toBe('through');
  });

  it('ends it in its later turns, however often something else was heard in those before', async () => {
    const { ada, hear } = await listening({ loop: loop({ until, atMost: 100, every: 3600 }) });
    for (let turn = 0; turn < 12; turn++) {
      expect(await comeTo(ada)).toBe('again');
      await ada.event('reply', { ref: 'no' });
      expect(await hear()).toBe('heard');
      ada.clock.now += HOUR;
    }
    expect(await comeTo(ada)).toBe('again');
    await ada.event('reply', { ref: 'yes' });
    await hear();
    expect(await comeTo(ada)).toBe('through');
  });
});

describe('a message in a loop', () => {
  it('is decided anew in each turn, and counts for the gap in the next', async () => {
    const hello = journey('hello', 'start', { steps: { loop: loop({ every: 3600 }) } });
    const ada = oneCustomer(catalogue({ journeys: { hello } }));
    await ada.event('start');
    await ada.advance(ada.at('hello', 'loop'));
    expect(await ada.sent(ada.task('hello', 'welcome'))).toBe('sent');
    await ada.advance(ada.at('hello', 'loop'));
    ada.clock.now += HOUR;
    await ada.advance(ada.at('hello', 'loop'));
    expect(await ada.send(ada.task('hello', 'welcome'))).toBe('later');
    expect(ada.outcomes()).toEqual(['send-welcome sent clear', 'send-welcome held gap']);
    expect(ada.decisions().map(({ visit }) => visit)).toEqual([2, 4]);
  });
});
