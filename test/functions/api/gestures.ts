import { describe, expect, it } from 'vitest';
import { type ApiWorld, event, signedUp } from './world.ts';

const CUSTOMERS = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'];

/** What may be given, and is, as every world has it: the shipped gestures. */
export const describeGestures = (open: () => Promise<ApiWorld>): void => {
  describe('gestures', () => {
    it('say what may be given to this customer now, why not, and what is left', async () => {
      const world = await open();
      await world.send(signedUp('g1'));
      const now = await world.as('agent')('listGestures', { params: { customer: 'g1' } });
      expect(now).toMatchObject({
        currency: 'EUR',
        budgets: [
          { scope: 'agent', of: 'cost', used: 0, most: 30_000 },
          { scope: 'customer', of: 'cost', used: 0, most: 6000 },
          { scope: 'stage', of: 'cost', used: 0, most: 2_000_000 },
        ],
        given: [],
      });
      const of = (kind: string) => now.kinds.find((one) => one.kind === kind);
      expect(of('letter-by-hand')).toMatchObject({
        title: 'a letter',
        cost: 400,
        budgets: [{ scope: 'agent', of: 'times', used: 0, most: 5 }],
      });
      expect(of('letter-by-hand')?.why).toBeUndefined();
      expect(of('credit-14-days')).toMatchObject({ why: 'unfit', because: 'it does not fit this customer' });
    });

    it('are given once for a request, with who and why, and done when the other system says so', async () => {
      const world = await open();
      await world.send(signedUp('g1'));
      const ask = world.as('agent');
      const params = { customer: 'g1' };
      const body = { kind: 'shipping-refunded', note: 'It went to the neighbours.', request: 'r1' };
      const { gesture, says } = await ask('giveGesture', { params, body });
      expect(says).toBe('your shipping costs back: asked for.');
      expect((await ask('giveGesture', { params, body })).gesture).toBe(gesture);
      const listGiven = async () => (await ask('listGestures', { params })).given;
      expect(await listGiven()).toMatchObject([
        { gesture, kind: 'shipping-refunded', state: 'given', by: expect.any(String) },
      ]);
      await world.send(event('shop.shipping_refunded', { customerId: 'g1', gesture }, 'refunded'));
      expect(await listGiven()).toMatchObject([{ gesture, state: 'confirmed' }]);
      const { timeline } = await ask('readCustomer', { params, query: {} });
      expect(timeline.map(({ title }) => title)).toContain('A gesture is done: your shipping costs back');
      expect(timeline.map(({ reason = '' }) => reason).join()).toContain('“It went to the neighbours.”');
    });

    it('are given up to a budget, and over it nobody is given one and everybody is told why', async () => {
      const world = await open();
      await world.send(...CUSTOMERS.map((customer) => signedUp(customer)));
      const answers: number[] = [];
      for (const customer of CUSTOMERS) {
        const path = `/api/customers/${customer}/gestures`;
        const body = JSON.stringify({ kind: 'letter-by-hand' });
        const headers = { 'content-type': 'application/json' };
        answers.push((await world.request(path, { method: 'POST', body, headers }, 'agent')).status);
      }
      expect(answers).toEqual([202, 202, 202, 202, 202, 409]);
      const now = await world.as('agent')('listGestures', { params: { customer: 'g6' } });
      expect(now.kinds.find(({ kind }) => kind === 'letter-by-hand')).toMatchObject({
        why: 'agent-budget',
        because: 'what one person may give in a month is used up',
        budgets: [{ used: 5, most: 5 }],
      });
    });

    it('are taken back, where their kind can be, and then counted no more', async () => {
      const world = await open();
      await world.send(signedUp('g1'));
      const ask = world.as('agent');
      const params = { customer: 'g1' };
      const { gesture } = await ask('giveGesture', { params, body: { kind: 'points-100' } });
      const readUsage = async () => (await ask('listGestures', { params })).budgets.map((budget) => budget.used);
      expect(await readUsage()).toEqual([100, 100, 100]);
      await ask('reverseGesture', { params: { ...params, gesture }, body: { note: 'Not theirs.' } });
      expect((await ask('listGestures', { params })).given).toMatchObject([
        { gesture, state: 'reversed', mayTakeBack: false },
      ]);
      expect(await readUsage()).toEqual([0, 0, 0]);
    });

    it.each([
      ['an unknown kind', 'g1', { kind: 'cash' }, 404, 'no gesture'],
      ['what does not fit', 'g1', { kind: 'credit-14-days' }, 409, 'it does not fit this customer'],
      ['to nobody', 'nobody', { kind: 'points-100' }, 404, 'nobody'],
    ])('refuse %s, and say why', async (_, customer, body, status, message) => {
      const world = await open();
      await world.send(signedUp('g1'));
      const path = `/api/customers/${customer}/gestures`;
      const headers = { 'content-type': 'application/json' };
      const answer = await world.request(path, { method: 'POST', body: JSON.stringify(body), headers }, 'agent');
      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(message);
    });

    it('cannot be taken back where nobody was given them, or their kind stays', async () => {
      const world = await open();
      await world.send(signedUp('g1'));
      const ask = world.as('agent');
      const { gesture } = await ask('giveGesture', { params: { customer: 'g1' }, body: { kind: 'letter-by-hand' } });
      const reverse = (id: string) =>
        world.request(
          `/api/customers/g1/gestures/${id}/reverse`,
          { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
          'agent',
        );
      expect((await reverse('another')).status).toBe(404);
      const refused = await reverse(gesture);
      expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('cannot be taken back')]);
    });
  });
};
