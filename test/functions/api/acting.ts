import { describe, expect, it } from 'vitest';
import { type ApiWorld, event, signedUp } from './world.ts';

const PARAMS = { params: { customer: 'a1' } };

/** A customer who was asked on a scale of trust, and the message that asked. */
const questionOf = async (world: ApiWorld) => {
  await world.send(signedUp('a1'));
  await world.send(
    event('service.failure_detected', { customerId: 'a1', failureId: 'f1', service: 'sync', severity: 'minor' }),
  );
  await world.send(event('service.restored', { customerId: 'a1', failureId: 'f1' }));
  await world.send(event('loyalty.points_added', { customerId: 'a1', reference: 'f1' }));
  await world.pass('6 days');
  const { timeline } = await world.as('agent')('readCustomer', { ...PARAMS, query: {} });
  const line = timeline.find(({ asks }) => asks?.scale === 'trust');
  if (line?.entry.kind !== 'decision') throw new Error('Nobody was asked whether they trust us.');
  const { enrolment, step, visit } = line.entry;
  return `${enrolment}/${step}/${visit}`;
};

/** What one does in a customer's place. */
export const describeActing = (open: () => Promise<ApiWorld>): void => {
  describe('in place of a customer', () => {
    it('a question is answered by a point of its scale, and the journey goes on by it', async () => {
      const world = await open();
      const message = await questionOf(world);
      const marketer = world.as('marketer');
      const body = { message, score: 1, text: 'You never called.' };
      expect(await marketer('answerAs', { ...PARAMS, body })).toEqual({
        says: 'Answered as they would: feedback.received.',
      });
      const story = await world.as('agent')('readCustomer', { ...PARAMS, query: {} });
      expect(story.answers).toContainEqual(expect.objectContaining({ scale: 'trust', score: 1 }));
      expect(story.timeline.map(({ entry }) => ('moment' in entry ? entry.moment : ''))).toContain('trust-call');
      const { items } = await marketer('listAudit', { query: {} });
      expect(items.find(({ act }) => act === 'answerAs')).toMatchObject({
        subject: { kind: 'customer' },
        given: { moment: 'trust-question', event: 'feedback.received' },
      });
      expect(JSON.stringify(items)).not.toContain('You never called');
    });

    it('a message is replied to, in words', async () => {
      const world = await open();
      const message = await questionOf(world);
      const body = { message, text: 'Please leave me alone for a while.' };
      expect(await world.as('publisher')('answerAs', { ...PARAMS, body })).toEqual({
        says: 'Answered as they would: message.replied.',
      });
      const { timeline } = await world.as('agent')('readCustomer', { ...PARAMS, query: {} });
      expect(JSON.stringify(timeline[0])).toContain('replied');
    });

    it('nothing is said that the message does not ask, and no message that they did not get is answered', async () => {
      const world = await open();
      const message = await questionOf(world);
      const expectRefusal = (body: object) =>
        expect(world.as('marketer')('answerAs', { ...PARAMS, body: { message, ...body } })).rejects;
      await expectRefusal({ score: 7 }).toThrow(
        'score is 7; on the scale trust it should be a whole number from 1 to 5.',
      );
      await expectRefusal({ score: 2.5 }).toThrow('whole number');
      await expectRefusal({ word: 'Yes' }).toThrow('trust-question has no answer "Yes"');
      await expectRefusal({}).toThrow('give a score, a word or a text');
      await expectRefusal({ message: 'e9/none/1', score: 1 }).toThrow('e9/none/1');
    });

    it('what systems say of one customer is listed with its fields, and what is ours or about everyone is not', async () => {
      const world = await open();
      const { items } = await world.as('viewer')('listEventForms', {});
      const of = (type: string) => items.find((one) => one.type === type);
      expect(of('service.failure_detected')).toMatchObject({
        customer: 'customerId',
        fields: expect.arrayContaining([
          { name: 'severity', takes: 'words', words: ['minor', 'major'], isOptional: false },
          { name: 'failureId', takes: 'text', isOptional: false },
        ]),
      });
      expect(of('message.replied')).toBeDefined();
      expect(of('loyalty.points_granted')).toBeUndefined();
      expect(of('change.shipped')).toBeUndefined();
      expect(of('agent.task_unreached')).toBeUndefined();
      expect(of('customer.erasure_requested')).toBeUndefined();
    });
  });
};
