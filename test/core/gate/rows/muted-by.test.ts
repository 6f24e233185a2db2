import { describe, expect, it } from 'vitest';
import type { Enrolment } from '../../../../core/customer/model/enrolment.ts';
import { explain } from '../../../../core/explain/explain.ts';
import { DAY } from '../../../../language/catalogue/milliseconds.ts';
import { catalogue, journey, moment, policy } from '../../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../../support/customer.ts';
import { ada, running, verdict, welcome } from '../support.ts';

describe('muted-by', () => {
  const muted = { outcome: 'held', reason: 'muted-by:repair', until: T0 + 3 * DAY };
  const hello = running('hello', { enteredAt: T0 - DAY });

  it('holds for another journey that comes first, until its mute is over', () => {
    const state = ada({ enrolments: { n1: hello, n2: running('repair') } });
    expect(verdict(state)).toEqual(muted);
    expect(verdict(state, { now: T0 + 3 * DAY })).toMatchObject({ outcome: 'clear' });
  });

  it('holds for a journey that they are in twice until the later mute is over', () => {
    const later = running('repair', { enteredAt: T0 + DAY });
    const state = ada({ enrolments: { n1: hello, n2: running('repair'), n3: later } });
    expect(verdict(state, { now: T0 + 2 * DAY })).toEqual({ ...muted, until: T0 + 4 * DAY });
  });

  it('is about relationship and promotional messages', () => {
    const state = ada({ enrolments: { n2: running('repair') } });
    for (const purpose of ['transactional', 'care'] as const)
      expect(verdict(state, { moments: welcome({ purpose }) })).toMatchObject({ outcome: 'clear' });
  });

  it.each([
    ['is in the control arm', { n2: running('repair', { control: true }) }],
    ['is leaving', { n2: running('repair', { leave: { to: 'Exit-1', reason: 'exit' } }) }],
    ['is of the same journey', { n2: running('hello') }],
  ])('does not count another that %s', (_title, others) => {
    const journeys = { hello: journey('hello', 'start', { mutes: { relationship: 60 } }), repair: repair() };
    expect(verdict(ada({ enrolments: { n1: hello, ...others } }), { journeys })).toMatchObject({ outcome: 'clear' });
  });

  it('counts a journey of care also where the customer is in its control arm, since care goes to everybody', () => {
    const state = ada({ enrolments: { n1: hello, n2: running('repair', { control: true }) } });
    expect(verdict(state)).toEqual(muted);
  });
});

/** Both send relationship messages, and keep those of the other back. */
const repair = () => journey('repair', 'fail', { purpose: 'relationship', mutes: { relationship: 3 * 86_400 } });
const each = { hello: journey('hello', 'start', { mutes: { relationship: 3 * 86_400 } }), repair: repair() };

describe('of two journeys that mute each other', () => {
  const asks = (enrolments: Record<string, Enrolment>, now = T0) =>
    Object.fromEntries(
      Object.entries(enrolments).map(([enrolment, { journey: name }]) => [
        name,
        verdict(ada({ enrolments }), { about: { enrolment, journey: name }, journeys: each, now }).outcome,
      ]),
    );

  it('the one that entered first goes on, and the other when that is over', () => {
    const hello = running('hello', { enteredAt: T0 - DAY });
    expect(asks({ n1: hello, n2: running('repair') })).toEqual({ hello: 'clear', repair: 'held' });
    expect(asks({ n2: running('repair') })).toEqual({ repair: 'clear' });
  });

  it('the order is by when they entered, not by their names or their place in the item', () => {
    const hello = running('hello', { enteredAt: T0 + 1 });
    expect(asks({ n1: hello, n2: running('repair') })).toEqual({ hello: 'held', repair: 'clear' });
  });

  it('one goes on also where both entered in one commit', () => {
    expect(asks({ n2: running('repair'), n1: running('hello') })).toEqual({ hello: 'clear', repair: 'held' });
  });

  it('the first waits after all when its own mute is over', () => {
    const hello = running('hello', { enteredAt: T0 - 2 * DAY });
    expect(asks({ n1: hello, n2: running('repair') }, T0 + DAY)).toEqual({ hello: 'held', repair: 'clear' });
  });

  it('it is the message in hand that counts: one that the first does not mute does not make it wait for itself', () => {
    const message = { moment: 'm', purpose: 'care' as const };
    const hello = running('hello', { enteredAt: T0 - DAY });
    expect(asks({ n1: hello, n2: running('repair', { message }) }).hello).toBe('held');
  });

  it('the explanation names the one that does not wait itself: what each has in hand counts, not what its journey is for', async () => {
    const mutes = { relationship: 3 * 86_400 };
    const workflows = catalogue({
      journeys: {
        hello: journey('hello', 'start', { mutes }),
        repair: journey('repair', 'fail', {
          purpose: 'care',
          mutes,
          enter: { on: ['fail'], again: 'always', per: 'event.ref' },
        }),
      },
      moments: { question: moment('question', { purpose: 'relationship' }) },
      policy: { ...policy, gap: 0 },
    });
    const noor = oneCustomer(workflows);
    await noor.event('start');
    for (const ref of ['f1', 'f2']) {
      noor.clock.now += DAY / 2;
      await noor.event('fail', { ref });
      await noor.event('mend', { ref });
    }
    // The second waits for `hello`, and so does not keep it back.
    await noor.send(noor.task('repair', 'question'));
    expect(noor.standing('repair')?.held?.reason).toBe('muted-by:hello');
    await noor.send(noor.task('hello', 'welcome'));
    const { decisions } = explain({ customer: 'ada', timeline: noor.journal }, workflows, { zone: 'UTC' });
    const { decision, named } = decisions.at(-1)!;
    expect(decision).toMatchObject({ moment: 'welcome', reason: 'muted-by:repair' });
    expect(named.ends).toBe(decision.until);
  });
});
