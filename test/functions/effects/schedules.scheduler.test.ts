import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ListSchedulesCommand,
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
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}-[0-9a-f]{32}$/);
    expect(new Set(names.map((name) => name.split('-')[0])).size).toBe(1);
  });

  it('that are there already are done', async () => {
    const { mock, schedules } = open();
    mock.on(CreateScheduleCommand).rejects(new ConflictException(thrown));
    await expect(schedules.put({ type: 'schedule', format: 1, at: T0, timer: timer() })).resolves.toBeUndefined();
  });

  it.each(['ThrottlingException', 'ServiceQuotaExceededException'])(
    'pass %s on, so that it is tried again',
    async (name) => {
      const { mock, schedules } = open();
      mock.onAnyCommand().rejects(awsError(name, 400));
      await expect(schedules.put({ type: 'schedule', format: 1, at: T0, timer: timer() })).rejects.toThrow(name);
      await expect(schedules.wipe('ada', T0)).rejects.toThrow(name);
    },
  );
});

describe('the schedules of a customer', () => {
  /** A group in which EventBridge Scheduler keeps what is put and lists it by two a page. */
  const group = () => {
    const { mock, schedules } = open();
    const there = new Map<string, Date>();
    let now = T0;
    mock.on(CreateScheduleCommand).callsFake(({ Name }) => void there.set(Name, new Date(now)));
    mock.on(ListSchedulesCommand).callsFake(({ GroupName, NamePrefix, NextToken = '0' }) => {
      const all = [...there].filter(([name]) => GroupName === 'stage' && name.startsWith(NamePrefix));
      const end = Number(NextToken) + 2;
      const page = all.slice(end - 2, end).map(([Name, CreationDate]) => ({ Name, CreationDate }));
      return { Schedules: page, ...(end < all.length ? { NextToken: String(end) } : {}) };
    });
    mock.on(DeleteScheduleCommand).callsFake(({ GroupName, Name }) => {
      if (GroupName !== 'stage' || !there.delete(Name)) throw new ResourceNotFoundException(thrown);
    });
    const put = (at: number, more: Parameters<typeof timer>[0]) => {
      now = at;
      return schedules.put({ type: 'schedule', format: 1, at: T0, timer: timer(more) });
    };
    return { mock, schedules, there, put };
  };

  it('are all taken back, page by page, and those of nobody else', async () => {
    const { schedules, there, put } = group();
    for (const number of [1, 2, 3, 4, 5]) await put(T0, { timer: number });
    await put(T0, { enrolment: 'e2', again: 3 });
    await put(T0, { customer: 'bob' });
    await put(T0, { customer: 'ad' });
    await schedules.wipe('ada', T0 + 1);
    expect(there.size).toBe(2);
    await schedules.wipe('bob', T0 + 1);
    await schedules.wipe('ad', T0 + 1);
    expect(there.size).toBe(0);
  });

  it('stay where they were made later: they are another life’s', async () => {
    const { schedules, there, put } = group();
    await put(T0, { timer: 1 });
    await put(T0 + 1000, { timer: 2 });
    await schedules.wipe('ada', T0 + 1000);
    expect([...there.values()]).toEqual([new Date(T0 + 1000)]);
  });

  it('may be gone when they are taken back, and the others go all the same', async () => {
    const { mock, schedules, there, put } = group();
    for (const number of [1, 2, 3]) await put(T0, { timer: number });
    const [first] = there.keys();
    mock.on(DeleteScheduleCommand, { Name: first }).rejects(new ResourceNotFoundException(thrown));
    await schedules.wipe('ada', T0 + 1);
    expect([...there.keys()]).toEqual([first]);
  });

  it('need not be there', async () => {
    const { schedules } = group();
    await expect(schedules.wipe('ada', T0)).resolves.toBeUndefined();
  });
});
