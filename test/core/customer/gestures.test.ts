import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { gesture, gestures, give, givingCatalogue, standingCustomer } from '../../support/gestures.ts';

describe('a gesture of a journey', () => {
  it('is asked for once, and answers in the commit of the event that confirms it', async () => {
    const ada = await standingCustomer();
    expect(await ada.run()).toBe('later');
    expect(await ada.run()).toBe('later');
    expect(ada.outcomes()).toEqual(['give sent clear']);
    await ada.event('credit.applied', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'sent', due: ada.clock.now, gave: 'credit' });
    expect(await ada.run()).toBe('sent');
    expect(ada.told()).toEqual(['credit given', 'credit confirmed']);
  });

  it('is confirmed by word of it, and not an older one that nobody confirmed in its time', async () => {
    const ada = await standingCustomer();
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
    const ada = await standingCustomer();
    await ada.run();
    await ada.event('credit.applied', { ref: 'r1', gesture: 'another' });
    expect((await ada.last())?.state).toBe('given');
    await ada.event('credit.applied', { gesture: (await ada.last())?.id });
    expect((await ada.last())?.state).toBe('confirmed');
  });

  it('is done at once where nobody has to confirm it', async () => {
    const { confirmed: _, ...sure } = gesture();
    const ada = await standingCustomer(givingCatalogue(gestures({ kinds: { credit: sure } })));
    expect(await ada.run()).toBe('sent');
    expect((await ada.last())?.state).toBe('confirmed');
  });

  it.each([
    [true, 'unconfirmed'],
    [undefined, 'unsent'],
  ] as const)('has failed when its time is over (a way of its own: %s)', async (unconfirmed, answer) => {
    const ada = await standingCustomer(givingCatalogue(gestures(), give(unconfirmed ? { unconfirmed } : {})));
    await ada.run();
    ada.clock.now += HOUR;
    expect(await ada.run()).toBe(answer);
    expect(ada.told()).toEqual(['credit given', 'credit failed unconfirmed']);
  });

  it('goes the same way at once where the system refuses it', async () => {
    const ada = await standingCustomer();
    await ada.run();
    await ada.event('credit.refused', { ref: 'r1' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'unsent', due: ada.clock.now });
    expect(ada.told()).toEqual(['credit given', 'credit failed refused']);
  });

  it('was done all the same where its confirmation comes too late', async () => {
    const ada = await standingCustomer();
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
    const ada = await standingCustomer(givingCatalogue(gestures({ kinds }), give({ atMost: 500 })));
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
    const ada = await standingCustomer(givingCatalogue(gestures({ kinds }), give({ atMost: 500 })));
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

  it('goes to the control group of a journey of care, and is withheld from others', async () => {
    const control = { holdout: () => true };
    const caring = await standingCustomer(givingCatalogue(), { draw: control });
    expect(await caring.run()).toBe('later');
    const all = givingCatalogue();
    const { hello } = all.journeys;
    const selling = { ...all, journeys: { hello: { ...hello!, purpose: 'relationship' as const, holdout: 100 } } };
    const withheld = await standingCustomer(selling, { draw: control });
    expect(await withheld.run()).toBe('withheld');
    expect(withheld.outcomes()).toEqual(['give control holdout']);
  });
});
