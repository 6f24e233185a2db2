import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../cli/doctor/plan.ts';
import { ask, PREFIX } from './support.ts';

describe('what the account may', () => {
  it.each([
    [{ production: false, paused: false, daily: 200, perSecond: 1 }, 0, 'look  SES is in its sandbox'],
    [{ production: true, paused: true, daily: 200, perSecond: 1 }, 1, 'stop  SES has paused sending'],
    [
      { production: true, paused: false, daily: -1, perSecond: 80 },
      0,
      'ok    SES sends to anybody: without end, 80 a second.',
    ],
  ])('SES: %o', async (sending, status, words) => {
    const answer = await ask({ sending: async () => sending });
    expect(answer.status).toBe(status);
    expect(answer.printed).toContain(words);
  });

  it.each([
    [{ all: 10, unreserved: 10 }, 1, 'stop  Lambda runs 10 functions at once here, 10 of them unreserved. The stage'],
    [{ all: 1000, unreserved: 269 }, 1, 'reserves 170 more, and Lambda keeps 100 for the others, so 270 have to be'],
    [{ all: 1000, unreserved: 270 }, 0, 'look  Lambda runs 1,000 functions at once here, 270 of them unreserved. The'],
    [{ all: 1000, unreserved: 669 }, 0, 'The stage reserves 170 more. New accounts get few'],
    [{ all: 1000, unreserved: 670 }, 0, 'ok    Lambda runs 1,000 functions at once here, 670 of them unreserved.'],
  ])('Lambda, for a stage that reserves: %o', async (concurrency, status, words) => {
    const answer = await ask({ concurrency: async () => concurrency });
    expect(answer.status).toBe(status);
    expect(answer.printed).toContain(words);
  });

  const few = { concurrency: async () => ({ all: 250, unreserved: 100 }) };

  it('what a deployed stage has reserved already is not asked for again', async () => {
    const has = (reserved: Record<string, number>) =>
      ask({ ...few, reserved: async (name) => reserved[name.replace(`${PREFIX}-`, '')] ?? 0 });
    expect((await has({ intake: 100, preferences: 50, api: 20 })).status).toBe(0);
    expect((await has({ intake: 100, api: 20 })).printed).toContain('The stage reserves 50 more, and Lambda keeps 100');
  });

  it.each([
    [{ reservedConcurrency: 'off' }, 0],
    [{ stage: 'dev' }, 0],
    [{ stage: 'device' }, 1],
    [{ stage: 'dev', reservedConcurrency: 'on' }, 1],
  ] satisfies [Partial<Plan>, number][])('%o ends with %i where there is nothing to reserve', async (more, status) => {
    expect((await ask(few, more)).status).toBe(status);
  });

  it.each([
    [14, undefined],
    [15, 'look  maxSendRate is 15, and SES takes 14 a second'],
  ])('a pace of %i is compared with what SES lets the account send', async (maxSendRate, words) => {
    const { status, printed } = await ask({}, { maxSendRate });
    expect(status).toBe(0);
    if (words === undefined) expect(printed).not.toContain('maxSendRate');
    else expect(printed).toContain(words);
    const slower = await ask({}, { maxSendRate: 10 });
    expect(slower.printed).toContain('That is 36,000 in an hour at most');
    const sandbox = { production: false, paused: false, daily: 200, perSecond: 1 };
    expect((await ask({ sending: async () => sandbox }, { maxSendRate })).printed).toContain(
      'Set maxSendRate to 1 or less, or ask for more',
    );
  });

  it('quotas that Service Quotas does not name are not made up', async () => {
    expect((await ask({ quotas: async () => ({}) })).printed).toContain(
      'look  Service Quotas says nothing of EventBridge Scheduler',
    );
  });

  it.each([
    [
      { production: true, origins: [] },
      {},
      0,
      'look  Some moments go out as text messages, and the account has nothing',
    ],
    [
      { production: true, origins: ['pool-1'] },
      { smsFrom: 'pool-2' },
      1,
      'stop  smsFrom is pool-2, and the account has pool-1.',
    ],
    [{ production: false, origins: ['pool-1'], spend: 1 }, {}, 0, 'look  Text messages are in their sandbox'],
    [{ production: true, origins: ['pool-1'], spend: 1 }, {}, 0, 'look  Text messages may cost $1 a month in all'],
    [
      { production: true, origins: ['pool-1'], spend: 50 },
      {},
      0,
      'ok    Text messages can be sent, for up to $50 a month.',
    ],
  ])('texts: %o with %o', async (texting, more, status, words) => {
    const answer = await ask({ texting: async () => texting }, { texts: true, ...more });
    expect(answer.status).toBe(status);
    expect(answer.printed).toContain(words);
  });
});
