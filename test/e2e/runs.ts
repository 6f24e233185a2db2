import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetScheduleCommand, ResourceNotFoundException, UpdateScheduleCommand } from '@aws-sdk/client-scheduler';
import { DescribeExecutionCommand, paginateListExecutions, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Enrolment } from '../../core/customer/model/enrolment.ts';
import { toItem } from '../../core/customer/model/item.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { scheduleName } from '../../functions/effects/schedules.scheduler.ts';
import type { Timer } from '../../functions/effects/schema.ts';
import type { Stage } from './stage.ts';

const ACCOUNT = 'us-east-1:000000000000';
const machineArn = ({ prefix }: Stage, journey: string): string =>
  `arn:aws:states:${ACCOUNT}:stateMachine:${prefix}__${journey}`;

export interface Standing extends Enrolment {
  id: string;
}

/** Where a customer stands in a journey. */
export const standingIn = (state: CustomerState | undefined, journey: string): Standing | undefined => {
  const entry = Object.entries(state?.enrolments ?? {}).find(([, enrolment]) => enrolment.journey === journey);
  return entry && { id: entry[0], ...entry[1] };
};

export const timerOf = (customer: string, { id: enrolment, timer, due }: Standing): Timer => ({
  type: 'timer',
  format: 1,
  customer,
  enrolment,
  timer,
  due,
  again: 0,
});

/** Puts a message of the effects function on one of its queues, as relay does. */
export const sendTo = async (stage: Stage, queue: 'due' | 'later', message: object): Promise<void> => {
  const QueueUrl = await stage.queueUrl(queue);
  await stage.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
};

/** Sends the present timer once more: what the watchdog does after ten minutes, now. */
export const ring = async (stage: Stage, customer: string, journey: string): Promise<void> => {
  const standing = standingIn(await stage.customer(customer), journey);
  if (standing) await sendTo(stage, 'due', timerOf(customer, standing));
};

/** Moves what a customer waits for into the past, as if time had gone by, and no timer had come: they are of another time. */
export const passTime = async (stage: Stage, customer: string, journey: string, seconds: number): Promise<Timer> => {
  const state = await stage.customer(customer);
  const standing = standingIn(state, journey);
  if (!state || !standing) throw new Error(`${customer} is not in ${journey}.`);
  const due = Date.now() - seconds * 1000;
  state.enrolments[standing.id]!.due = due;
  await stage.dynamo.send(
    new UpdateItemCommand({
      TableName: `${stage.prefix}-customers`,
      Key: { id: { S: customer } },
      UpdateExpression: 'SET #item = :item, #due = :due',
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#item': 'item', '#due': 'due', '#version': 'version' },
      ExpressionAttributeValues: {
        ':item': { S: toItem(state) },
        ':due': { N: String(due) },
        ':version': { N: String(state.version) },
      },
    }),
  );
  return timerOf(customer, { ...standing, due });
};

/** How the runs of an enrolment ended, or `RUNNING`. On AWS nobody can list those of an Express machine. */
export const runsOf = async (stage: Stage, journey: string, enrolment: string): Promise<string[]> => {
  const statuses: string[] = [];
  const pages = paginateListExecutions({ client: stage.machines }, { stateMachineArn: machineArn(stage, journey) });
  for await (const { executions = [] } of pages) {
    for (const { executionArn, status = '' } of executions) {
      const { input = '{}' } = await stage.machines.send(new DescribeExecutionCommand({ executionArn }));
      if (JSON.parse(input).enrolment === enrolment) statuses.push(status);
    }
  }
  return statuses;
};

/** A run beside all others, as a timer that comes twice would start it. */
export const startRun = async (stage: Stage, journey: string, input: object): Promise<void> => {
  const stateMachineArn = machineArn(stage, journey);
  await stage.machines.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }));
};

const scheduleOf = ({ prefix }: Stage, timer: Timer) => ({ GroupName: prefix, Name: scheduleName(timer) });

/** Moves a timer that lies with EventBridge Scheduler to some seconds from now; all else of it stays. */
export const comeSoon = async (stage: Stage, timer: Timer, seconds: number): Promise<void> => {
  const schedule = scheduleOf(stage, timer);
  const { Target, FlexibleTimeWindow, ActionAfterCompletion } = await stage.scheduler.send(
    new GetScheduleCommand(schedule),
  );
  const at = new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19);
  const settings = { Target, FlexibleTimeWindow, ActionAfterCompletion };
  await stage.scheduler.send(new UpdateScheduleCommand({ ...schedule, ...settings, ScheduleExpression: `at(${at})` }));
};

/** Whether a timer lies with EventBridge Scheduler. */
export const isScheduled = async (stage: Stage, timer: Timer): Promise<boolean> => {
  try {
    await stage.scheduler.send(new GetScheduleCommand(scheduleOf(stage, timer)));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
};
