import { describe, expect, it } from 'vitest';
import { why } from '../../../core/explain/why.ts';
import { DAY, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { journey } from '../../support/catalogue.ts';
import {
  gesture,
  gestures,
  give,
  givenCustomer,
  givingCatalogue,
  money,
  standingCustomer,
  times,
} from '../../support/gestures.ts';

describe('a gesture of a journey', () => {
  it('counts for the caps of the policy, and is left out over them', async () => {
    const all = givingCatalogue();
    const policy = { ...all.policy, caps: { gestures: { count: 1, seconds: 14 * 86_400 } } };
    const ada = await standingCustomer({ ...all, policy });
    await ada.run();
    await ada.event('credit.applied', { ref: 'r1' });
    await ada.run();
    await ada.finish('hello');
    await ada.event('start');
    expect(await ada.run()).toBe('unsent');
    expect(ada.outcomes().at(-1)).toBe('give suppressed emit-cap');
  });

  it.each(['gestures', 'emits'] as const)(
    'is left out under a cap on %s that a colleague has filled, who is named',
    async (cap) => {
      const all = givingCatalogue();
      const policy = { ...all.policy, caps: { [cap]: { count: 1, seconds: 14 * 86_400 } } };
      const ada = await standingCustomer({ ...all, policy });
      await ada.byHand('credit', { by: 'eve' });
      ada.clock.now += DAY;
      expect(await ada.run()).toBe('unsent');
      const record = { customer: 'ada', timeline: ada.journal, state: await ada.state() };
      const text = why(record, ada.published.catalogue, {}).lines.join('\n');
      expect(text).toContain('Counted: credit, given by eve, Mon, 2 Mar 2026, 10:00 +00:00.');
      expect(text).not.toContain('something is missing');
    },
  );

  it('counts for no cap where it was refused', async () => {
    const all = givingCatalogue();
    const policy = { ...all.policy, caps: { gestures: { count: 1, seconds: 14 * 86_400 } } };
    const ada = await standingCustomer({ ...all, policy });
    await ada.run();
    await ada.event('credit.refused', { ref: 'r1' });
    await ada.run();
    await ada.finish('hello');
    await ada.event('start');
    expect(await ada.run()).toBe('later');
  });

  it('is not asked for where its enrolment left before its budgets were reserved, and frees them', async () => {
    const ada = await standingCustomer(givingCatalogue(gestures({ limits: { stage: money(1000) } })));
    expect(await ada.advance(ada.at('hello', 'give'))).toMatchObject({ offered: { demands: [{ amount: 500 }] } });
    await ada.event('bye');
    expect(ada.told()).toEqual(['credit offered', 'credit failed left'].slice(1));
    expect(ada.journal.find((entry) => entry.kind === 'gesture')).toMatchObject({ frees: true });
    expect(ada.outcomes()).toEqual(['give ended enrolment-ended']);
  });

  it('counts for no cap of its step where its enrolment left before it was given', async () => {
    const capped = give({ cap: { count: 1, seconds: 14 * 86_400 } });
    const steps = { give: capped };
    const hello = journey('hello', 'start', { purpose: 'care', steps, exits: [{ on: 'done' }] });
    const ada = await standingCustomer(
      givingCatalogue(gestures({ limits: { stage: money(1000) } }), capped, { journeys: { hello } }),
    );
    expect(await ada.advance(ada.at('hello', 'give'))).toHaveProperty('offered');
    await ada.event('done');
    expect(ada.told()).toEqual(['credit failed left']);
    ada.clock.now += MINUTE;
    await ada.event('start');
    expect(await ada.run()).toBe('later');
  });
});

describe('budgets of gestures', () => {
  it('of all together let the next kind through, or nothing', async () => {
    const kinds = { credit: gesture({ cost: 700 }), points: gesture({ cost: 200 }) };
    const all = givingCatalogue(gestures({ limits: { stage: money(1000) }, kinds }));
    const budgets = givenCustomer().budgets;
    const outcomes: (string | undefined)[] = [];
    let last: Awaited<ReturnType<typeof standingCustomer>> | undefined;
    for (const id of ['ada', 'bob', 'cy']) {
      const one = await standingCustomer(all, { id, budgets });
      last = one;
      const outcome = await one.run();
      outcomes.push(outcome === 'later' ? (await one.last())?.kind : outcome);
    }
    expect(outcomes).toEqual(['credit', 'points', 'unsent']);
    expect(last?.decisions().at(-1)?.basis).toEqual({
      gestures: [
        { kind: 'credit', why: 'stage-budget' },
        { kind: 'points', why: 'stage-budget' },
      ],
    });
  });

  it('of one customer hold for a calendar quarter, in the zone of the policy', async () => {
    const all = givingCatalogue(gestures({ limits: { customer: money(1000) } }));
    const ada = givenCustomer(all);
    const last = () => ada.told().findLast((line) => !line.endsWith('unconfirmed'));
    for (let day = 0; day < 3; day++) {
      ada.clock.now += DAY;
      await ada.byHand('credit');
    }
    expect(last()).toBe('credit failed customer-budget');
    ada.clock.now = Date.parse('2026-03-31T22:30:00Z');
    await ada.byHand('credit');
    expect(last()).toBe('credit failed customer-budget');
    // London is an hour ahead by then.
    ada.clock.now = Date.parse('2026-03-31T23:30:00Z');
    await ada.byHand('credit');
    expect(last()).toBe('credit given');
  });

  it.each([
    ['agent', 'agent-budget'],
    ['stage', 'stage-budget'],
  ] as const)('of one %s say so where they are used up', async (scope, why) => {
    const kinds = { credit: gesture({ limits: { [scope]: times(1) } }) };
    const ada = givenCustomer(givingCatalogue(gestures({ kinds })));
    await ada.byHand('credit');
    await ada.byHand('credit');
    expect(ada.told()).toEqual(['credit offered', 'credit given', 'credit offered', `credit failed ${why}`]);
  });

  it('are of each agent by themselves, and begin anew with the month', async () => {
    const ada = givenCustomer(givingCatalogue(gestures({ limits: { agent: money(500) } })));
    await ada.byHand('credit', { by: 'max' });
    await ada.byHand('credit', { by: 'eve' });
    await ada.byHand('credit', { by: 'max' });
    ada.clock.now = Date.parse('2026-04-02T10:00:00Z');
    await ada.byHand('credit', { by: 'max' });
    expect(ada.told().filter((line) => !line.includes('offered'))).toEqual([
      'credit given',
      'credit given',
      'credit failed agent-budget',
      'credit failed unconfirmed',
      'credit failed unconfirmed',
      'credit given',
    ]);
  });
});
