import { describe, expect, it } from 'vitest';
import { type CanaryDeps, createCanary } from '../../../functions/deliver/canary.ts';
import { isCanary } from '../../../functions/deliver/canary-task.ts';
import type { Message } from '../../../functions/deliver/channel.ts';

const open = (more: Partial<CanaryDeps> = {}) => {
  const figures: Record<string, number> = {};
  const sent: Message[] = [];
  const reported: unknown[] = [];
  const canary = createCanary({
    send: async (message) => {
      sent.push(message);
      return { result: 'accepted' };
    },
    account: async () => ({ isPaused: false, quotaUsed: 24.6 }),
    add: (name, times) => {
      figures[name] = times;
    },
    report: (error) => reported.push(error),
    ...more,
  });
  return { canary, figures, sent, reported };
};

describe('the canary', () => {
  it('sends one email to the mailbox simulator, and to nobody else', async () => {
    const { canary, figures, sent } = open();
    expect(await canary()).toEqual({ sent: true });
    expect(sent.map(({ to }) => to)).toEqual(['success@simulator.amazonses.com']);
    expect(figures).toEqual({ CanarySent: 1, SendingPaused: 0, SendQuotaUsed: 25 });
  });

  it.each([
    ['busy', async () => ({ result: 'busy' as const })],
    ['down', async () => ({ result: 'down' as const, reason: 'SendingPausedException' })],
    ['failing', () => Promise.reject(new Error('away'))],
  ])('says that nothing went out where the channel is %s', async (_, send) => {
    const { canary, figures } = open({ send, account: async () => ({ isPaused: true, quotaUsed: 100 }) });
    expect(await canary()).toEqual({ sent: false });
    expect(figures).toEqual({ CanarySent: 0, SendingPaused: 1, SendQuotaUsed: 100 });
  });

  it('says whether it went out though nobody tells it of the account', async () => {
    const { canary, figures, reported } = open({ account: () => Promise.reject(new Error('denied')) });
    expect(await canary()).toEqual({ sent: true });
    expect([figures, reported]).toEqual([{ CanarySent: 1 }, [new Error('denied')]]);
  });

  it('is asked for by a task of its own, and by nothing that a machine asks', () => {
    expect(isCanary({ task: 'canary' })).toBe(true);
    for (const other of [{ task: 'send' }, { task: 'canary', customer: 'ada' }, undefined, 'canary'])
      expect(isCanary(other)).toBe(false);
  });
});
