import { expect, it } from 'vitest';
import { createCountedRejects } from '../../../functions/intake/count-rejects.ts';
import { EventRejected } from '../../../functions/intake/envelope.ts';
import { T0 } from '../../support/customer.ts';

const rejected = (reason: string) => Object.assign(Object.create(EventRejected.prototype), { reason });

const open = (rejectedBy: (reason: string) => Promise<void>) => {
  const happened: string[] = [];
  const rejects = createCountedRejects({
    rejects: async ({ reason }) => void happened.push(`kept ${reason}`),
    counter: {
      rejected: async (reason) => {
        await rejectedBy(reason);
        happened.push(`counted ${reason}`);
      },
    },
    report: ({ message }) => void happened.push(`reported ${message}`),
    now: () => T0,
  });
  return { happened, rejects };
};

it('keeps what is rejected, then counts it; what is stale is counted with its customer', async () => {
  const { happened, rejects } = open(async () => {});
  await rejects(rejected('unknown-type'), '{}');
  await rejects(rejected('stale'), '{}');
  expect(happened).toEqual(['kept unknown-type', 'counted unknown-type', 'kept stale']);
});

it('keeps it though it cannot be counted, and says so', async () => {
  const { happened, rejects } = open(() => Promise.reject(new Error('throttled')));
  await rejects(rejected('unknown-type'), '{}');
  expect(happened).toEqual(['kept unknown-type', 'reported throttled']);
});
