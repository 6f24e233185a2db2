import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { emitted } from '../../support/emitted.ts';
import { gesture, gestures, givenCustomer, givingCatalogue, money } from '../../support/gestures.ts';

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
