import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createSchedules } from '../../../functions/effects/schedules.scheduler.ts';
import { FORMAT, type Timer } from '../../../functions/effects/schema.ts';

const T0 = Date.parse('2026-03-02T10:00:00Z');

it('puts the repeat of a timer while the schedule that has just come is still there', async () => {
  const client = new SchedulerClient({ region: 'eu-west-1' });
  const there = new Set<string>();
  mockClient(client)
    .on(CreateScheduleCommand)
    .callsFake(({ Name }: { Name: string }) => {
      if (there.has(Name)) throw new ConflictException({ message: 'no', Message: 'no', $metadata: {} });
      there.add(Name);
    });
  const schedules = createSchedules({ client, group: 'stage', queueArn: 'arn:due', roleArn: 'arn:role' });
  const timer: Timer = { type: 'timer', format: FORMAT, customer: 'ada', enrolment: 'e1', timer: 3, due: T0, again: 0 };
  for (const again of [2, 3, 3]) {
    await schedules.put({ type: 'schedule', format: FORMAT, at: T0, timer: { ...timer, again } });
  }
  expect(there.size).toBe(2);
});
