import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { digest } from '../../core/hash.ts';
import type { Schedules } from './effects.ts';
import type { Timer } from './schema.ts';

type TimerNumber = Pick<Timer, 'enrolment' | 'timer' | 'due'>;

interface SchedulesDeps {
  client: SchedulerClient;
  /** The stage's own group of schedules. */
  group: string;
  /** The queue that a timer is put on, and the role by which EventBridge Scheduler may do so. */
  queueArn: string;
  roleArn: string;
}

/**
 * By the timer, so that a second time is known; without the customer's id, which is personal. Each repeat has a name of its
 * own: it is put while the schedule that has just come may still be there.
 */
const nameOf = ({ enrolment, timer, due, again = 0 }: TimerNumber & Partial<Pick<Timer, 'again'>>): string =>
  digest([enrolment, String(timer), String(due), ...(again > 0 ? [String(again)] : [])]);

/** Timers as one-time schedules, which delete themselves when they have come. Whole seconds, never early. */
export const createSchedules = ({ client, group, queueArn, roleArn }: SchedulesDeps): Schedules => ({
  put: async ({ timer, at }) => {
    const seconds = new Date(Math.ceil(at / 1000) * 1000).toISOString().slice(0, 19);
    try {
      await client.send(
        new CreateScheduleCommand({
          Name: nameOf(timer),
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
  remove: async (timer) => {
    try {
      await client.send(new DeleteScheduleCommand({ Name: nameOf(timer), GroupName: group }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});
