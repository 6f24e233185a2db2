import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createSchedules } from '../../../functions/effects/schedules.scheduler.ts';
import { awsError } from '../../support/aws.ts';
import { T0, timer } from './support.ts';

const thrown = { message: 'no', Message: 'no', $metadata: {} };

const open = () => {
  const client = new SchedulerClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const schedules = createSchedules({ client, group: 'stage', queueArn: 'arn:due', roleArn: 'arn:role' });
  const created = () => mock.commandCalls(CreateScheduleCommand).map(({ args }) => args[0].input);
  return { mock, schedules, created };
};

describe('schedules of EventBridge Scheduler', () => {
  it('put the timer on the queue once, and delete themselves', async () => {
    const { mock, schedules, created } = open();
    mock.on(CreateScheduleCommand).resolves({});
    await schedules.put({ type: 'schedule', format: 1, at: T0, timer: timer() });
    expect(created()[0]).toMatchObject({
      GroupName: 'stage',
      ScheduleExpression: 'at(2026-03-02T10:00:00)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: { Arn: 'arn:due', RoleArn: 'arn:role', Input: JSON.stringify(timer()) },
    });
  });

  it('come at a whole second, never early', async () => {
    const { mock, schedules, created } = open();
    mock.on(CreateScheduleCommand).resolves({});
    for (const ahead of [1, 999, 1000]) {
      await schedules.put({ type: 'schedule', format: 1, at: T0 + ahead, timer: timer() });
    }
    expect(new Set(created().map((one) => one.ScheduleExpression))).toEqual(new Set(['at(2026-03-02T10:00:01)']));
  });

  it('have a name that only this timer has, in which nobody is named', async () => {
    const { mock, schedules, created } = open();
    mock.on(CreateScheduleCommand).resolves({});
    const others = [timer(), timer({ timer: 4 }), timer({ due: T0 + 1 }), timer({ enrolment: 'e2' })];
    for (const one of others) await schedules.put({ type: 'schedule', format: 1, at: T0, timer: one });
    const names = created().map(({ Name = '' }) => Name);
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
  });

  it('that are there already are done, and so are those that are gone when they are taken back', async () => {
    const { mock, schedules } = open();
    mock.on(CreateScheduleCommand).rejects(new ConflictException(thrown));
    mock.on(DeleteScheduleCommand).rejects(new ResourceNotFoundException(thrown));
    await expect(schedules.put({ type: 'schedule', format: 1, at: T0, timer: timer() })).resolves.toBeUndefined();
    await expect(schedules.remove(timer())).resolves.toBeUndefined();
  });

  it('are taken back by the name under which they were put', async () => {
    const { mock, schedules, created } = open();
    mock.onAnyCommand().resolves({});
    await schedules.put({ type: 'schedule', format: 1, at: T0, timer: timer() });
    await schedules.remove({ enrolment: 'e1', timer: 3, due: T0 });
    expect(mock.commandCalls(DeleteScheduleCommand)[0]?.args[0].input).toEqual({
      GroupName: 'stage',
      Name: created()[0]?.Name,
    });
  });

  it.each(['ThrottlingException', 'ServiceQuotaExceededException'])(
    'pass %s on, so that it is tried again',
    async (name) => {
      const { mock, schedules } = open();
      mock.onAnyCommand().rejects(awsError(name, 400));
      await expect(schedules.put({ type: 'schedule', format: 1, at: T0, timer: timer() })).rejects.toThrow(name);
      await expect(schedules.remove(timer())).rejects.toThrow(name);
    },
  );
});
