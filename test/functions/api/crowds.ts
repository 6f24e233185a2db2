import { describe, expect, it } from 'vitest';
import { type ApiWorld, event, signedUp } from './world.ts';

const PEOPLE = ['ada', 'bo', 'cy', 'di'];
const down = { failureId: 'o1', service: 'sync', severity: 'major', plan: 'team' };
const monitored = (type: string, detail: Record<string, unknown>) => ({
  ...event(type, detail, `${type}-o1`),
  source: 'acme.monitoring',
});

/** An outage of all on a plan, that is over, and of which billing confirms nothing: a person is to see to each. */
const outage = async (open: () => Promise<ApiWorld>) => {
  const world = await open();
  await world.send(...PEOPLE.map((id) => signedUp(id, { plan: 'team' })), signedUp('eve', { plan: 'solo' }));
  await world.send(monitored('service.outage_detected', down));
  await world.pass('1 hour');
  await world.send(monitored('service.outage_ended', { failureId: 'o1', plan: 'team' }));
  await world.pass('2 hours');
  const agent = world.as('agent');
  const [crowd] = (await agent('listCrowds', {})).items;
  if (!crowd) throw new Error('no entry for many');
  const params = { crowd: crowd.crowd };
  const listTasks = async (list: 'open' | 'taken' | 'over') =>
    (await agent('crowdTasks', { params, query: { moment: 'credit-by-hand', list } })).items;
  return { world, agent, crowd, params, listTasks };
};

/** One matter of many customers is one entry, as every world has it. */
export const describeCrowds = (open: () => Promise<ApiWorld>): void => {
  describe('an outage of many', () => {
    it('is one entry with its list, and not a task each in the queue', async () => {
      const { agent, crowd, params, listTasks } = await outage(open);
      expect((await agent('listTasks', { query: {} })).items).toEqual([]);
      expect(crowd).toMatchObject({
        title: 'failure o1',
        event: 'service.outage_detected',
        customers: 4,
        open: 4,
        taken: 0,
        work: [{ moment: 'credit-by-hand', open: 4 }],
        answers: [],
      });
      expect(crowd.fields).toContainEqual({ name: 'service', value: 'sync' });
      expect(crowd.neededBy).toBeDefined();
      const tasks = await listTasks('open');
      expect(tasks.map(({ customer }) => customer).toSorted()).toEqual(PEOPLE);
      expect(tasks[0]).toMatchObject({ crowd: crowd.crowd, neededBy: crowd.neededBy });
      const first = await agent('crowdTasks', { params, query: { moment: 'credit-by-hand', count: '3' } });
      const query = { moment: 'credit-by-hand', count: '3', after: first.next };
      const second = await agent('crowdTasks', { params, query });
      expect([first.items.length, second.items.length]).toEqual([3, 1]);
      const { timeline } = await agent('readCustomer', { params: { customer: 'ada' }, query: {} });
      expect(timeline.map(({ title }) => title).join()).toContain('Asked a colleague');
      await expect(agent('readCrowd', { params: { crowd: 'nothing' } })).rejects.toThrow('entry for many');
    });

    it('has each whom a colleague takes among the taken, and whoever is unhappy by themselves', async () => {
      const { world, agent, params, listTasks } = await outage(open);
      const [first, second] = await listTasks('open');
      if (!first || !second) throw new Error('nobody is listed');
      await agent('takeTask', { body: { customer: first.customer, task: first.id } });
      expect((await agent('listTasks', { query: { list: 'mine' } })).items).toMatchObject([{ id: first.id }]);
      expect(await listTasks('taken')).toMatchObject([{ id: first.id }]);
      const angry = {
        ticketId: 't1',
        subject: 'Gone',
        body: 'This is a disaster, I am furious, nothing works at all.',
      };
      await world.send(event('support.ticket_opened', { customerId: second.customer, ...angry }, 'angry'));
      expect((await agent('listTasks', { query: {} })).items.map(({ id }) => id)).toContain(second.id);
      expect(await agent('readCrowd', { params })).toMatchObject({ open: 2, taken: 1 });
    });

    it('is answered once for all who are open, each hears it by themselves, and what is taken stays', async () => {
      const { world, agent, crowd, params, listTasks } = await outage(open);
      const [first] = await listTasks('open');
      if (!first) throw new Error('nobody is listed');
      await agent('takeTask', { body: { customer: first.customer, task: first.id } });
      const body = { moment: 'credit-by-hand', said: 'declined', text: 'told by status page' } as const;
      const { says } = await agent('answerCrowd', { params, body });
      expect(says).toContain('about 3');
      expect(await agent('readCrowd', { params })).toMatchObject({
        open: 0,
        taken: 1,
        declined: 3,
        answers: [{ moment: 'credit-by-hand', said: 'declined', text: 'told by status page', told: 3, state: 'over' }],
      });
      expect(await listTasks('open')).toEqual([]);
      const over = await listTasks('over');
      expect(over.map(({ said }) => said)).toEqual(Array.from({ length: 3 }, () => 'told by status page'));
      const customer = over[0]?.customer ?? '';
      const { timeline } = await agent('readCustomer', { params: { customer }, query: {} });
      const line = timeline.find(({ entry }) => entry.kind === 'task');
      expect(line?.reason).toBe('Told by status page');
      expect(line?.title).toContain('for many at once');
      expect((await agent('listTasks', { query: { list: 'over' } })).items).toEqual([]);
      await expect(agent('answerCrowd', { params, body })).rejects.toThrow('Nothing of this is open');
      const { items } = await world.as('admin')('listAudit', { query: { kind: 'crowd', subject: crowd.crowd } });
      const answer = { moment: 'credit-by-hand', said: 'declined' };
      expect(items).toMatchObject([{ outcome: 'refused' }, { act: 'answerCrowd', given: answer, before: { open: 3 } }]);
      expect(JSON.stringify(items)).not.toContain('status page');
    });

    it('stands among all events about everyone, with how far it is, and can be stopped and let go on', async () => {
      const { world, crowd } = await outage(open);
      const { items, raisable } = await world.as('marketer')('listBroadcasts', {});
      const fields = raisable.find(({ type }) => type === 'service.outage_detected')?.fields;
      expect(fields).toContainEqual(
        expect.objectContaining({ name: 'severity', words: ['minor', 'major'], isNeeded: true }),
      );
      expect(raisable.map(({ type }) => type)).not.toContain('panel.drawn');
      const broadcast = items.find(({ id }) => id === 'service.outage_detected#o1');
      expect(broadcast).toMatchObject({ broadcast: crowd.crowd, told: 4, state: 'over', perSecond: 50 });
      expect(broadcast?.asked).toBeGreaterThanOrEqual(5);
      const params = { broadcast: crowd.crowd };
      const marketer = world.as('marketer');
      expect((await marketer('stopBroadcast', { params })).says).toContain('over already');
      expect((await marketer('resumeBroadcast', { params })).says).toContain('over already');
      await expect(marketer('stopBroadcast', { params: { broadcast: 'none' } })).rejects.toThrow('90 days');
      const acts = (await marketer('listAudit', { query: { kind: 'broadcast', subject: crowd.crowd } })).items;
      expect(acts.map(({ act }) => act)).toContain('stopBroadcast');
    });
  });
};
