import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import type { RunStepOf } from '../../../language/catalogue/step.ts';
import { catalogue, eventType, journey, moment } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const AGENT = Object.fromEntries(
  Object.entries(BUILT_IN).flatMap(([name, type]) =>
    type.work ? [[name, { ...type, kept: [], awaited: name === 'agent.task_done' }]] : [],
  ),
);

const giveTask = async (within: number | undefined, instead?: string) => {
  const act: RunStepOf<'task'> = {
    kind: 'task',
    moment: 'call',
    purpose: 'care',
    ...(within !== undefined && { within }),
  };
  const ada = oneCustomer(
    catalogue({
      events: { ...AGENT, start: eventType() },
      moments: { call: moment('call', { channels: ['agent'], purpose: 'care', ...(instead && { instead }) }) },
      journeys: {
        one: journey('one', 'start', { steps: { act } }),
        unreached: journey('unreached', 'agent.task_unreached', {
          enter: { on: ['agent.task_unreached'], when: 'event.moment in ["call"]', again: 'always', per: 'event.task' },
          steps: { letter: { kind: 'wait', seconds: 60 } },
        }),
      },
    }),
  );
  await ada.event('start');
  const asks = () => ada.send(ada.at('one', 'act'));
  await asks();
  const [id = ''] = Object.keys((await ada.state()).tasks ?? {});
  return { ...ada, id, asks, work: async () => (await ada.state()).tasks?.[id] };
};

describe('work that its team cannot reach', () => {
  it('is undone at once for who waits for it, and says why', async () => {
    const ada = await giveTask(86_400);
    expect(await ada.asks()).toBe('later');
    await ada.event('agent.task_unreached', { task: ada.id });
    expect(await ada.work()).toMatchObject({ state: 'expired' });
    expect(await ada.asks()).toBe('undone');
    expect(ada.journal.filter(({ kind }) => kind === 'task')).toMatchObject([
      { status: 'expired', unreached: true, reason: 'More was needed than the team could reach in time.' },
    ]);
  });

  it('may be named by its moment', async () => {
    const ada = await giveTask(86_400);
    await ada.event('agent.task_unreached', { task: 'call' });
    expect(await ada.work()).toMatchObject({ state: 'expired' });
  });

  it('and that somebody has taken meanwhile is theirs', async () => {
    const ada = await giveTask(86_400);
    await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    await ada.event('agent.task_unreached', { task: ada.id });
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'bea' });
    expect(await ada.asks()).toBe('later');
  });

  it('is undone at once where nobody waits and its moment says what comes in its place', async () => {
    const ada = await giveTask(undefined, 'letter');
    await ada.event('agent.task_unreached', { task: 'call' });
    expect(await ada.work()).toMatchObject({ state: 'expired' });
    const entriesOfUnreached = () =>
      ada.journal.filter((entry) => entry.kind === 'entered' && entry.journey === 'unreached');
    expect(entriesOfUnreached()).toHaveLength(1);
    // What was written already is not written again.
    await ada.event('agent.task_unreached', { task: ada.id });
    expect(entriesOfUnreached()).toHaveLength(1);
  });

  it('stays on the list where it is said to be done late', async () => {
    const ada = await giveTask(undefined, 'later');
    await ada.event('agent.task_unreached', { task: ada.id });
    expect(await ada.work()).toMatchObject({ state: 'open' });
  });

  it('stays on the list where nothing would come in its place', async () => {
    const ada = await giveTask(undefined);
    await ada.event('agent.task_unreached', { task: ada.id });
    expect(await ada.work()).toMatchObject({ state: 'open' });
  });

  it('and that nobody knows changes nothing, and says so', async () => {
    const ada = await giveTask(86_400);
    await ada.event('agent.task_unreached', { task: 'e9/call/1' });
    expect(await ada.work()).toMatchObject({ state: 'open' });
    const [rejection] = ada.journal.filter(({ kind }) => kind === 'rejected');
    expect(rejection).toMatchObject({
      reason: 'task',
      message: 'agent.task_unreached changes nothing: no open task e9/call/1 is known of this customer.',
    });
  });
});
