import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  paginateListSchedules,
  ResourceNotFoundException,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { digest } from '../../core/hash.ts';
import type { Schedules } from './schedules.ts';
import type { Timer } from './schema.ts';

interface SchedulesDeps {
  client: SchedulerClient;
  /** The stage's own group of schedules. */
  group: string;
  /** The queue that a timer is put on, and the role by which EventBridge Scheduler may do so. */
  queueArn: string;
  roleArn: string;
}

/** As Scheduler has it. */
const LARGEST_PAGE = 100;

/** With what the names of all schedules of a customer begin: a hash, since an id is personal. */
const prefixOf = (customer: string): string => `${digest([customer], 16)}-`;

/**
 * By the customer, so that an erasure finds all that their timers left, and by the timer, so that a second time is known. Each
 * repeat has a name of its own: it is put while the schedule that has just come may still be there.
 */
export const scheduleName = ({ customer, enrolment, timer, due, again }: Timer): string =>
  prefixOf(customer) + digest([enrolment, String(timer), String(due), ...(again > 0 ? [String(again)] : [])]);

/** Timers as one-time schedules, which delete themselves when they have come. Whole seconds, never early. */
export const createSchedules = ({ client, group, queueArn, roleArn }: SchedulesDeps): Schedules => ({
  put: async ({ timer, at }) => {
    const seconds = new Date(Math.ceil(at / 1000) * 1000).toISOString().slice(0, 19);
    try {
      await client.send(
        new CreateScheduleCommand({
          Name: scheduleName(timer),
          GroupName: group,
          ScheduleExpression: `at(${seconds})`,
          ScheduleExpressionTimezone: 'UTC',
          FlexibleTimeWindow: { Mode: 'OFF' },
          ActionAfterCompletion: 'DELETE',
          Target: { Arn: queueArn, RoleArn: roleArn, Input: JSON.stringify(timer) },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
    }
  },
  wipe: async (customer, before) => {
    for (const name of await namesOf({ client, group }, customer, before)) {
      try {
        await client.send(new DeleteScheduleCommand({ Name: name, GroupName: group }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    }
  },
});

/** The schedules of a customer that were made before a time. */
const namesOf = async (
  { client, group }: Pick<SchedulesDeps, 'client' | 'group'>,
  customer: string,
  before: number,
): Promise<string[]> => {
  const names: string[] = [];
  const pages = paginateListSchedules(
    { client, pageSize: LARGEST_PAGE },
    { GroupName: group, NamePrefix: prefixOf(customer) },
  );
  for await (const { Schedules: page = [] } of pages) {
    for (const { Name, CreationDate } of page) {
      if (Name !== undefined && CreationDate !== undefined && CreationDate.getTime() < before) names.push(Name);
    }
  }
  return names;
};
