import { describe, expect, it } from 'vitest';
import type { IntakeAnswer } from '../../../functions/intake/answer.ts';
import { EventRejected } from '../../../functions/intake/envelope.ts';
import { together } from '../../../functions/intake/refusals.ts';
import { createTake } from '../../../functions/intake/take.ts';
import { eventType } from '../../support/catalogue.ts';
import { intakeOf, refusal } from './support.ts';

const eventTypes = () => ({
  said: eventType({ each: 'detail.events', signals: [{ value: 1, weight: 1 }], awaited: true }),
});

describe('what was refused of an envelope with several events', () => {
  it('does not hide what came too late beside it', async () => {
    const { take, clock } = intakeOf(eventTypes());
    const early = new Date(clock.now).toISOString();
    for (let count = 0; count < 70; count++) {
      clock.now += 1000;
      await take('said', { events: [{ customerId: 'ada' }] });
    }
    const refused = await refusal(
      take('said', { events: [{ customerId: 'ben' }, {}, { customerId: 'ada' }] }, { time: early }),
    );
    expect(refused).toMatchObject({ reason: 'no-customer' });
    expect(refused.message).toMatch(
      /^1 of the events in it was refused and 1 came too late\. Element 2 of 3 .* Element 3 of 3 in detail\.events: said of .* so late/s,
    );
  });

  it('leaves the others to be counted, with the fields that they were taken without', async () => {
    const answers: IntakeAnswer[] = [
      { status: 'applied', customer: 'ada', leftOut: { event: 'said', fields: ['phone'] } },
      { status: 'duplicate', customer: 'ben' },
    ];
    const counts: unknown[] = [];
    const take = createTake({
      intake: async () => {
        throw together(new EventRejected('schema', 'It does not fit.'), [], answers);
      },
      tagReader: async () => () => undefined,
      correspondentAt: async () => undefined,
      rejects: async () => {},
      keepPast: async () => {},
      count: (name, by) => counts.push(by ? [name, by] : name),
    });
    expect(await take('{}')).toBe('rejected');
    expect(counts).toEqual([
      ['Rejections', { Reason: 'schema' }],
      ['FieldsLeftOut', { Event: 'said', Field: 'phone' }],
      'Applied',
      'Duplicate',
      'Rejected',
    ]);
  });

  it('is told of a few, and how many there are', () => {
    const [first, ...more] = Array.from({ length: 500 }, (_, place) => new EventRejected('schema', `No. ${place}.`));
    const { message } = together(first!, more, []);
    expect(message).toBe('500 of the events in it were refused. No. 0. No. 1. No. 2. No. 3. No. 4.');
  });
});
