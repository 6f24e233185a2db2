import { describe, expect, it } from 'vitest';
import { createAudited } from '../../../functions/operate/audited.ts';
import { ProofRefused, UNNAMED } from '../../../functions/operate/caller.ts';
import type { OperatorCommand } from '../../../functions/operate/command.ts';
import { commandDigest } from '../../../functions/operate/proof.ts';
import type { Right } from '../../../functions/operate/rights.ts';
import type { Act } from '../../../functions/shared/stores/audit-log.ts';

const proof = { authorization: 'AWS4 …', 'x-amz-date': '20260302T090000Z' };
const mia = { name: 'arn:aws:sts::1:assumed-role/admin/mia', vouched: 'iam' } as const;

const open = ({
  right = 'operate' as Right,
  paused = [] as string[],
  answer = { ok: true, lines: [] as string[] },
  isConsole = false,
} = {}) => {
  const order: string[] = [];
  const lines: Act[] = [];
  const digests: string[] = [];
  const audited = createAudited({
    stage: 'dev',
    right,
    audit: {
      append: async (act) => {
        order.push('line');
        lines.push(act);
      },
    },
    caller: async (token, digest) => {
      digests.push(digest);
      return token === undefined ? UNNAMED : mia;
    },
    flags: { paused: async () => paused },
    isConsole: ({ name }) => isConsole && name === mia.name,
    now: () => Date.parse('2026-03-02T09:00:00Z'),
  });
  const done: OperatorCommand[] = [];
  const ask = audited(async (command) => {
    order.push('act');
    done.push(command);
    return answer;
  });
  return { audited, ask, lines, order, digests, done };
};

describe('the audit of what operators ask', () => {
  it('says who paused a journey that ran, before it is paused', async () => {
    const { ask, lines, order } = open();
    await ask({ command: 'pause', journey: 'hello', proof }, 'r-1');
    expect(order).toEqual(['line', 'act']);
    expect(lines).toEqual([
      {
        who: mia,
        right: 'operate',
        at: '2026-03-02T09:00:00.000Z',
        act: 'pause',
        subject: { kind: 'journey', id: 'hello' },
        before: { paused: false },
        after: { paused: true },
        request: 'r-1',
      },
    ]);
  });

  it('says of one that is let go on that it was paused', async () => {
    const { ask, lines } = open({ paused: ['hello'] });
    await ask({ command: 'resume', journey: 'hello' }, 'r-1');
    expect(lines).toMatchObject([{ who: UNNAMED, before: { paused: true }, after: { paused: false } }]);
  });

  it.each([
    [{ command: 'read', customer: 'ada', part: 'timeline' }, 'operate-read', { given: { part: 'timeline' } }],
    [{ command: 'why', customer: 'ada' }, 'operate-read', {}],
    [{ command: 'erase', customer: 'ada' }, 'operate-erase', {}],
  ] as const)('has who asked %o of a customer', async (command, right, more) => {
    const { ask, lines } = open({ right });
    await ask({ ...command, proof }, 'r-1');
    const subject = { kind: 'customer', id: 'ada' };
    expect(lines).toMatchObject([{ who: mia, right, act: command.command, subject, ...more }]);
  });

  it.each([
    [{ command: 'redrive', place: 'rejects', before: 1, discard: true }, { given: { reason: null, discard: true } }],
    [{ command: 'look', place: 'rejects' }, { subject: { kind: 'shelf', id: 'rejects' } }],
    [{ command: 'rotate-keys', leaked: true }, { given: { leaked: true } }],
  ])('has who asked %o of the stage', async (command, more) => {
    const { ask, lines } = open();
    await ask(command, 'r-1');
    expect(lines).toMatchObject([{ act: command.command, ...more }]);
  });

  it.each([{ command: 'paused' }, { command: 'erasing', customer: 'ada' }, { command: 'bring-back' }])(
    'has no line of %o, which changes nothing by a person and tells nothing of one',
    async (command) => {
      const { ask, lines, order } = open();
      await ask(command, 'r-1');
      expect([lines, order]).toEqual([[], ['act']]);
    },
  );

  it('says of what was refused, and of what failed, that it came to nothing', async () => {
    const refused = open({ answer: { ok: false, lines: ['No journey helo.'] } });
    await refused.ask({ command: 'pause', journey: 'helo' }, 'r-1');
    expect(refused.lines.map(({ outcome, request }) => [outcome, request])).toEqual([
      [undefined, 'r-1'],
      ['refused', 'r-1'],
    ]);
    const { audited, lines } = open();
    const failing = audited(() => Promise.reject(new RangeError('too much')));
    await expect(failing({ command: 'erase', customer: 'ada' }, 'r-2')).rejects.toThrow(RangeError);
    expect(lines.map(({ outcome }) => outcome)).toEqual([undefined, 'failed']);
  });

  describe('an answer for many', () => {
    const answer = { command: 'answer-crowd', crowd: 'c1', moment: 'call', said: 'done', by: 'Bea' } as const;

    it('is in the name of who has signed in where the console says so', async () => {
      const { ask, done, lines } = open({ isConsole: true });
      await ask({ ...answer, proof }, 'r-1');
      expect(done).toEqual([answer]);
      expect(lines[0]?.given).toEqual({ moment: 'call', said: 'done', by: 'Bea' });
    });

    it('is in the name that IAM says, whatever name anybody else writes', async () => {
      const { ask, done } = open();
      await ask({ ...answer, proof }, 'r-1');
      expect(done).toEqual([{ ...answer, by: mia.name }]);
    });

    it('is not given by nobody', async () => {
      const { ask, done, lines } = open();
      expect(await ask(answer, 'r-1')).toMatchObject({ ok: false, lines: [expect.stringContaining('is not known')] });
      expect(done).toEqual([]);
      expect(lines.map(({ outcome }) => outcome)).toEqual([undefined, 'refused']);
    });
  });

  it('lets nothing be done that it cannot write down', async () => {
    const { order } = open();
    const audited = createAudited({
      stage: 'dev',
      right: 'operate-erase',
      audit: { append: () => Promise.reject(new Error('throttled')) },
      caller: async () => mia,
      flags: { paused: async () => [] },
      isConsole: () => false,
      now: () => 0,
    });
    const ask = audited(async () => {
      order.push('act');
      return { ok: true, lines: [] };
    });
    await expect(ask({ command: 'erase', customer: 'ada' }, 'r')).rejects.toThrow('throttled');
    expect(order).toEqual([]);
  });

  it('does nothing for whom IAM does not know', async () => {
    const { order } = open();
    const audited = createAudited({
      stage: 'dev',
      right: 'operate-erase',
      audit: { append: async () => {} },
      caller: () => Promise.reject(new ProofRefused('no')),
      flags: { paused: async () => [] },
      isConsole: () => false,
      now: () => 0,
    });
    const ask = audited(async () => {
      order.push('act');
      return { ok: true, lines: [] };
    });
    await expect(ask({ command: 'erase', customer: 'ada', proof }, 'r')).rejects.toThrow(ProofRefused);
    expect(order).toEqual([]);
  });

  it('asks who it was by the digest of this command to this function of this stage', async () => {
    const { ask, digests } = open();
    await ask({ journey: 'hello', command: 'pause', proof }, 'r');
    expect(digests).toEqual([commandDigest('dev', 'operate', { command: 'pause', journey: 'hello' })]);
    const others = [
      commandDigest('live', 'operate', { command: 'pause', journey: 'hello' }),
      commandDigest('dev', 'operate-read', { command: 'pause', journey: 'hello' }),
      commandDigest('dev', 'operate', { command: 'resume', journey: 'hello' }),
      commandDigest('dev', 'operate', { command: 'pause', journey: 'repair' }),
    ];
    expect(new Set([...digests, ...others]).size).toBe(5);
  });
});
