import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { Stage } from './stage.ts';

/** What others hear of events of ours of one type, by a rule and a queue of their own called `name`: all that came so far. */
export const hear = async (
  { bus, sqs, prefix }: Stage,
  name: string,
  type: string,
): Promise<() => Promise<Record<string, unknown>[]>> => {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `${prefix}-${name}` }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const rule = { Name: `${prefix}-${name}`, EventBusName: prefix };
  const pattern = { source: ['tactful'], 'detail-type': [type] };
  await bus.send(new PutRuleCommand({ ...rule, EventPattern: JSON.stringify(pattern) }));
  const target = { Id: name, Arn: Attributes?.QueueArn ?? '' };
  await bus.send(new PutTargetsCommand({ Rule: rule.Name, EventBusName: prefix, Targets: [target] }));
  const events: Record<string, unknown>[] = [];
  return async () => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    events.push(...Messages.map(({ Body = '{}' }) => JSON.parse(Body).detail as Record<string, unknown>));
    return events;
  };
};
