import { describe, expect, it } from 'vitest';
import { why } from '../../../core/explain/why.ts';
import { DAY, HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { journey } from '../../support/catalogue.ts';
import { emitted } from '../../support/emitted.ts';
import { gesture, gestures, give, givenCustomer, givingCatalogue } from '../../support/gestures.ts';

const money = (most: number) => ({ of: 'cost' as const, most });
const times = (most: number) => ({ of: 'times' as const, most });

const standing = async (...given: Parameters<typeof givenCustomer>) => {
  const ada = givenCustomer(...given);
  await ada.event('start');
  return ada;
};

describe('a gesture of a journey', () => {
  it('is asked for once, and answers in the commit of the event that confirms it', async () => {
    const ada = await standing();
    expect(await ada.run()).toBe('later');
    expect(await ada.run()).toBe('later');
    expect(ada.outcomes()).toEqual(['give sent clear']);
    await ada.event('credit.applied', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'sent', due: ada.clock.now, gave: 'credit' });
    expect(await ada.run()).toBe('sent');
    expect(ada.told()).toEqual(['credit given', 'credit confirmed']);
  });

  it('is confirmed by word of it, and not an older one that nobody confirmed in its time', async () => {
    const ada = await standing();
    await ada.run();
    ada.clock.now += HOUR;
    await ada.run();
    await ada.finish('hello');
    await ada.event('start');
    await ada.run();
    await ada.event('credit.applied', { ref: 'r1' });
    expect(ada.told()).toEqual(['credit given', 'credit failed unconfirmed', 'credit given', 'credit confirmed']);
    expect((await ada.last())?.state).toBe('confirmed');
  });

  it('is confirmed by its own id, whatever else the event says, and by no other', async () => {
    const ada = await standing();
    await ada.run();
    await ada.event('credit.applied', { ref: 'r1', gesture: 'another' });
    expect((await ada.last())?.state).toBe('given');
    await ada.event('credit.applied', { gesture: (await ada.last())?.id });
    expect((await ada.last())?.state).toBe('confirmed');
  });

  it('is done at once where nobody has to confirm it', async () => {
    const { confirmed: _, ...sure } = gesture();
    const ada = await standing(givingCatalogue(gestures({ kinds: { credit: sure } })));
    expect(await ada.run()).toBe('sent');
    expect((await ada.last())?.state).toBe('confirmed');
  });

  it.each([
    [true, 'unconfirmed'],
    [undefined, 'unsent'],
  ] as const)('has failed when its time is over (a way of its own: %s)', async (unconfirmed, answer) => {
    const ada = await standing(givingCatalogue(gestures(), give(unconfirmed ? { unconfirmed } : {})));
    await ada.run();
    ada.clock.now += HOUR;
    expect(await ada.run()).toBe(answer);
    expect(ada.told()).toEqual(['credit given', 'credit failed unconfirmed']);
  });

  it('goes the same way at once where the system refuses it', async () => {
    const ada = await standing();
    await ada.run();
    await ada.event('credit.refused', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'unsent', due: ada.clock.now });
    expect(ada.told()).toEqual(['credit given', 'credit failed refused']);
  });

  it('was done all the same where its confirmation comes too late', async () => {
    const ada = await standing();
    await ada.run();
    ada.clock.now += HOUR;
    await ada.run();
    await ada.event('credit.applied', { ref: 'r1' });
    expect((await ada.last())?.state).toBe('confirmed');
    expect(await ada.run()).toBe('unsent');
  });

  it('is the first kind that fits the person, costs no more than the step says and was not given lately', async () => {
    const kinds = {
      dear: gesture({ cost: 900 }),
      old: gesture({ when: 'customer.tenureDays > 365' }),
      agents: gesture({ by: ['agents'] }),
      other: gesture({ fits: ['boredom'] }),
      first: gesture({ again: 86_400 }),
      second: gesture(),
    };
    const ada = await standing(givingCatalogue(gestures({ kinds }), give({ atMost: 500 })));
    await ada.run();
    expect((await ada.last())?.kind).toBe('first');
    await ada.event('credit.applied', { ref: 'r1' });
    await ada.run();
    await ada.finish('hello');
    await ada.event('start');
    await ada.run();
    expect((await ada.last())?.kind).toBe('second');
  });

  it('says of each kind why nothing could be given', async () => {
    const kinds = { dear: gesture({ cost: 900 }), old: gesture({ when: 'customer.tenureDays > 365' }) };
    const ada = await standing(givingCatalogue(gestures({ kinds }), give({ atMost: 500 })));
    expect(await ada.run()).toBe('unsent');
    expect(ada.decisions()).toMatchObject([
      {
        outcome: 'suppressed',
        reason: 'no-gesture',
        moment: 'credit.granted',
        basis: {
          gestures: [
            { kind: 'dear', why: 'too-dear' },
            { kind: 'old', why: 'unfit' },
          ],
        },
      },
    ]);
  });

  it('counts for the caps of the policy, and is left out over them', async () => {
    const all = givingCatalogue();
    const policy = { ...all.policy, caps: { gestures: { count: 1, seconds: 14 * 86_400 } } };
    const ada = await standing({ ...all, policy });
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
      const ada = await standing({ ...all, policy });
      await ada.byHand('credit', { by: 'eve' });
      ada.clock.now += DAY;
      expect(await ada.run()).toBe('unsent');
      const told = { customer: 'ada', timeline: ada.journal, state: await ada.state() };
      const text = why(told, ada.published.catalogue, {}).lines.join('\n');
      expect(text).toContain('Counted: credit, given by eve, Mon, 2 Mar 2026, 10:00 +00:00.');
      expect(text).not.toContain('something is missing');
    },
  );

  it('counts for no cap where it was refused', async () => {
    const all = givingCatalogue();
    const policy = { ...all.policy, caps: { gestures: { count: 1, seconds: 14 * 86_400 } } };
    const ada = await standing({ ...all, policy });
    await ada.run();
    await ada.event('credit.refused', { ref: 'r1' });
    await ada.run();
    await ada.finish('hello');
    await ada.event('start');
    expect(await ada.run()).toBe('later');
  });

  it('goes to the control group of a journey of care, and is withheld from others', async () => {
    const control = { holdout: () => true };
    const caring = await standing(givingCatalogue(), { draw: control });
    expect(await caring.run()).toBe('later');
    const all = givingCatalogue();
    const { hello } = all.journeys;
    const selling = { ...all, journeys: { hello: { ...hello!, purpose: 'relationship' as const, holdout: 100 } } };
    const withheld = await standing(selling, { draw: control });
    expect(await withheld.run()).toBe('withheld');
    expect(withheld.outcomes()).toEqual(['give control holdout']);
  });

  it('is not asked for where its enrolment left before its budgets were reserved, and frees them', async () => {
    const ada = await standing(givingCatalogue(gestures({ limits: { stage: money(1000) } })));
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
    const ada = await standing(
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
    const given: (string | undefined)[] = [];
    let last: Awaited<ReturnType<typeof standing>> | undefined;
    for (const id of ['ada', 'bob', 'cy']) {
      const one = await standing(all, { id, budgets });
      last = one;
      const outcome = await one.run();
      given.push(outcome === 'later' ? (await one.last())?.kind : outcome);
    }
    expect(given).toEqual(['credit', 'points', 'unsent']);
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

describe('a gesture of a person', () => {
  it('is given once, with who and why, and asks the other system by its own entry', async () => {
    const ada = givenCustomer();
    await ada.byHand('credit', { note: 'The call took an hour.' });
    expect(ada.journal.filter((entry) => entry.kind === 'gesture')).toMatchObject([
      {
        of: 'credit',
        state: 'given',
        by: 'max',
        note: 'The call took an hour.',
        emits: { event: 'credit.granted', with: {} },
      },
    ]);
    expect(emitted(ada.journal)).toMatchObject([
      { type: 'credit.granted', detail: { customerId: 'ada', gesture: (await ada.last())?.id } },
      { type: 'gesture.given', detail: { kind: 'credit', by: 'max' } },
    ]);
  });

  it.each([
    ['of a kind that nobody knows', 'cash', {}, 'unknown'],
    ['that is not theirs to give', 'secret', {}, 'not-by'],
    ['that does not fit', 'old', {}, 'unfit'],
  ])('is refused %s, with the reason', async (_, kind, fields, why) => {
    const kinds = {
      credit: gesture(),
      secret: gesture({ by: ['admins'] }),
      old: gesture({ when: 'customer.tenureDays > 365' }),
    };
    const ada = givenCustomer(givingCatalogue(gestures({ kinds })));
    await ada.byHand(kind, fields);
    expect(ada.told()).toEqual([`${kind} failed ${why}`]);
  });

  it('is an admin’s where the event says so', async () => {
    const ada = givenCustomer(givingCatalogue(gestures({ kinds: { secret: gesture({ by: ['admins'] }) } })));
    await ada.byHand('secret', { as: 'admins' });
    expect(ada.told()).toEqual(['secret given']);
  });

  it('has failed at the next change where nobody confirmed it in time, and has a timer for that', async () => {
    const ada = givenCustomer();
    await ada.byHand('credit');
    const record = await ada.last();
    expect(ada.effects).toMatchObject([{ enrolment: `gesture#${record?.id}`, due: ada.clock.now + HOUR }]);
    ada.clock.now += HOUR;
    await ada.change('ada', { kind: 'settle' });
    expect(ada.told()).toEqual(['credit given', 'credit failed unconfirmed']);
    await ada.change('ada', { kind: 'settle' });
    expect(ada.told()).toHaveLength(2);
  });

  it('is taken back by an event of its own, which frees what was reserved; once', async () => {
    const ada = givenCustomer(givingCatalogue(gestures({ limits: { agent: money(500) } })));
    await ada.byHand('credit');
    const gestureId = (await ada.last())?.id;
    await ada.event('agent.gesture_reversed', { gesture: gestureId, by: 'eve', note: 'The wrong person.' });
    await ada.event('agent.gesture_reversed', { gesture: gestureId, by: 'eve' });
    expect(ada.told()).toEqual(['credit offered', 'credit given', 'credit reversed']);
    expect(ada.journal.at(-1)).toMatchObject({ by: 'eve', note: 'The wrong person.', frees: true });
    expect(emitted(ada.journal).map(({ type }) => type)).toContain('credit.reversed');
  });

  it('stays where its kind cannot be taken back', async () => {
    const { reverse: _, ...lasting } = gesture();
    const ada = givenCustomer(givingCatalogue(gestures({ kinds: { credit: lasting } })));
    await ada.byHand('credit');
    await ada.event('agent.gesture_reversed', { gesture: (await ada.last())?.id, by: 'eve' });
    expect((await ada.last())?.state).toBe('given');
  });

  it('keeps its budget while nobody knows whether it was done, and gives it back once that is refused', async () => {
    const ada = givenCustomer(givingCatalogue(gestures({ limits: { customer: money(500) } })));
    await ada.byHand('credit');
    ada.clock.now += 61 * MINUTE;
    await ada.byHand('credit');
    expect(ada.told().slice(-2)).toContain('credit failed customer-budget');
    await ada.event('credit.refused', { gesture: (await ada.state()).gestures?.[0]?.id });
    await ada.byHand('credit');
    expect(ada.told().at(-1)).toBe('credit given');
  });

  it('is given to a closed account by nobody', async () => {
    const ada = givenCustomer();
    await ada.event('bye');
    await ada.byHand('credit');
    expect(ada.told()).toEqual(['credit failed account-closed']);
  });
});
