import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { RunStepOf } from '../../../language/catalogue/step.ts';
import { comeTo, enteredLoops, type LoopingCustomer, loop, walkBody } from '../../support/loops.ts';

describe('what ends a loop', () => {
  const until = { on: 'reply', where: 'heard.ref = "yes"' };

  it('ends it before its first turn, where it has happened already', async () => {
    const ada = await enteredLoops({ loop: loop({ until }) });
    await ada.event('reply', { ref: 'yes' });
    expect(await comeTo(ada)).toBe('through');
    expect(ada.standing('hello')).toMatchObject({ heard: { ref: 'yes' } });
  });

  it('ends it after the turn during which it happened', async () => {
    const ada = await enteredLoops({ loop: loop({ until }) });
    await comeTo(ada);
    await ada.advance(ada.at('hello', 'body'));
    await ada.event('reply', { ref: 'yes' });
    expect(ada.standing('hello')).toMatchObject({ at: 'body' });
    ada.clock.now += DAY;
    expect(await ada.advance(ada.at('hello', 'loop'))).toBe('through');
  });

  it('ends it at once while it waits for its next turn', async () => {
    const ada = await enteredLoops({ loop: loop({ until }) });
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
    const ada = await enteredLoops({ loop: loop({ until }) });
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
    const ada = await enteredLoops({ ...steps });
    return { ada, hear: () => ada.advance(ada.at('hello', 'listen-reply')) };
  };
  /** Comes to a loop as its run does, without waiting for its next turn. */
  const arrive = (ada: LoopingCustomer, step = 'loop') => ada.advance(ada.at('hello', step));
  /** A turn of both loops, in which a step heard what ends them. */
  const hearInBoth = async (ada: LoopingCustomer, hear: () => Promise<unknown>): Promise<void> => {
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
