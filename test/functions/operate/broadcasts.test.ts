import { describe, expect, it } from 'vitest';
import { crowdId } from '../../../core/customer/model/crowd-id.ts';
import type { BroadcastStep } from '../../../functions/broadcast/ports.ts';
import { operateBroadcasts } from '../../../functions/operate/broadcasts.ts';
import type { Broadcast } from '../../../functions/shared/stores/broadcasts.ts';
import { createMemoryBroadcasts } from '../../../simulator/world/broadcasts.memory.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';
import { broadcast } from '../shared/stores/broadcasts.contract.ts';

const workflows = catalogue({ events: { down: eventType({ everyone: { perSecond: 7 } }) } });

const open = async (...all: Partial<Broadcast>[]) => {
  const broadcasts = createMemoryBroadcasts();
  for (const more of all) await broadcasts.begin(broadcast(more));
  const sent: BroadcastStep[] = [];
  const steps = { send: async (step: BroadcastStep) => void sent.push(step) };
  const ask = (command: Parameters<typeof operateBroadcasts>[1]) =>
    operateBroadcasts({ broadcasts, steps, catalogue: workflows, now: () => T0 + 9 }, command);
  return { broadcasts, sent, ask };
};

describe('events about everyone', () => {
  it('are listed with how far each is', async () => {
    const { ask } = await open(
      { id: 'a', startedAt: T0 + 4, step: 3, asked: 1200, told: 40, about: 10_000 },
      { id: 'b', startedAt: T0 + 3, stopped: T0 + 5, asked: 10, told: 1, about: 4 },
      { id: 'c', startedAt: T0 + 2, asked: 9000, told: 4000, over: { at: T0, why: 'asked' } },
      { id: 'd', startedAt: T0 + 1, asked: 5, over: { at: T0, why: 'retired' } },
    );
    const { lines } = await ask({ command: 'broadcasts' });
    expect(lines.map((line) => line.replace(/ {2}down since .* UTC/, ''))).toEqual([
      'a: 1,200 of about 10,000 asked, 40 told',
      'b: stopped; 10 of about 10 asked, 1 told',
      'c: all of 9,000 asked, 4,000 told',
      'd: ended: events.yaml has no such event any more; 5 were asked, 0 told',
    ]);
  });

  it('say so where none has come', async () => {
    expect((await (await open()).ask({ command: 'broadcasts' })).lines).toEqual([
      'No event about everyone has come in the last 90 days.',
    ]);
  });

  it('stop, and go on from the step at which they stand', async () => {
    const { ask, broadcasts, sent } = await open({ step: 4, told: 7 });
    expect((await ask({ command: 'stop-broadcast', broadcast: 'down#f1' })).lines[0]).toContain('7 were');
    expect((await broadcasts.load('down#f1'))?.stopped).toBe(T0 + 9);
    expect(sent).toEqual([]);
    expect((await ask({ command: 'resume-broadcast', broadcast: 'down#f1' })).ok).toBe(true);
    expect((await broadcasts.load('down#f1'))?.stopped).toBeUndefined();
    expect(sent).toEqual([{ format: 1, broadcast: 'down#f1', step: 4 }]);
  });

  it('that are over neither stop nor go on', async () => {
    const { ask, sent } = await open({ over: { at: T0, why: 'asked' } });
    for (const command of ['stop-broadcast', 'resume-broadcast'] as const)
      expect((await ask({ command, broadcast: 'down#f1' })).lines[0]).toContain('over already');
    expect(sent).toEqual([]);
  });

  it('that nobody knows are named as such', async () => {
    const { ask } = await open();
    expect(await ask({ command: 'stop-broadcast', broadcast: 'x' })).toEqual({
      ok: false,
      lines: ['No event about everyone is known by "x". tactful broadcasts lists them.'],
    });
  });

  it('have their work answered at their pace, once at a time, and a step that was lost is asked for again', async () => {
    const { ask, broadcasts, sent } = await open({ over: { at: T0, why: 'asked' } });
    const crowd = crowdId('down#f1');
    const answer = { command: 'answer-crowd', crowd, moment: 'call', by: 'bea' } as const;
    const { lines } = await ask({ ...answer, said: 'declined', text: 'status page', about: 1200 });
    expect(lines).toEqual(['It is on its way to about 1,200 who are open, at most 7 a second.']);
    const again = await ask({ ...answer, by: 'cem', said: 'done' });
    expect(again.lines[0]).toContain('bea has answered them already');
    const id = `answer#${crowd}#call#1`;
    expect(sent).toEqual([
      { format: 1, broadcast: id, step: 0 },
      { format: 1, broadcast: id, step: 0 },
    ]);
    expect(await broadcasts.load(id)).toMatchObject({
      type: 'agent.task_declined',
      detail: { by: 'bea', reason: 'status page' },
      answers: { crowd, moment: 'call', perSecond: 7 },
    });
    await ask({ command: 'stop-broadcast', broadcast: id });
    const other = await ask({ ...answer, moment: 'visit', said: 'done', text: 'all well', note: 'By a post.' });
    expect(other.lines[0]).toContain('to all who are open');
    expect(await broadcasts.load(`answer#${crowd}#visit#1`)).toMatchObject({
      type: 'agent.task_done',
      detail: { by: 'bea', outcome: 'all well', note: 'By a post.' },
    });
  });
});
