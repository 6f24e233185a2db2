import { describe, expect, it } from 'vitest';
import { toItem } from '../../../core/customer/model/item.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, journey } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { comeTo, days, enteredLoops, loop, walkBody } from '../../support/loops.ts';

describe('a loop', () => {
  it('begins a turn every so often, counted from the beginning of the one before, and ends after the last', async () => {
    const ada = await enteredLoops({ loop: loop() });
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
    const ada = await enteredLoops({ loop: loop() }, 3 * 86_400);
    const begun: number[] = [];
    while ((await comeTo(ada)) === 'again') {
      begun.push(days(ada));
      await walkBody(ada);
    }
    expect(begun).toEqual([0, 3, 6]);
  });

  it('counts a turn once, however often its task comes', async () => {
    const ada = await enteredLoops({ loop: loop() });
    const first = ada.at('hello', 'loop');
    expect(await ada.advance(first)).toBe('again');
    const version = ada.version();
    expect(await ada.advance(first)).toBe('again');
    expect(ada.version()).toBe(version);
    expect(ada.standing('hello')?.turns?.loop?.count).toBe(1);
  });

  it('waits for its next turn, and nothing is written for who asks too early', async () => {
    const ada = await enteredLoops({ loop: loop() });
    await comeTo(ada);
    await walkBody(ada);
    expect(await ada.advance(ada.at('hello', 'loop'))).toBe('later');
    expect(ada.standing('hello')?.due).toBe(T0 + 2 * DAY);
    const version = ada.version();
    expect(await ada.advance(ada.at('hello', 'loop'))).toBe('later');
    expect(ada.version()).toBe(version);
  });

  it('that is come to again begins anew', async () => {
    const ada = await enteredLoops({ loop: loop({ atMost: 1 }) });
    expect(await comeTo(ada)).toBe('again');
    await walkBody(ada);
    expect(await comeTo(ada)).toBe('through');
    await walkBody(ada);
    expect(await comeTo(ada)).toBe('again');
  });

  it('within a loop begins anew in each turn of the outer one', async () => {
    const ada = await enteredLoops({ outer: loop({ atMost: 2 }), inner: loop({ every: 3600, atMost: 2 }) }, 60);
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
    const ada = await enteredLoops({ loop: loop({ every: 3600, atMost: 10_000 }) }, 60);
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
