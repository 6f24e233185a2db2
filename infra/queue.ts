import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

interface Props {
  name: string;
  /** How long one taking may last before the message is seen again. */
  visibility: Duration;
  /** How often a message is taken before it is set aside. */
  attempts: number;
}

const SECURE = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
} as const;

/** A queue that nothing takes from but people. */
export const createShelf = (scope: Construct, id: string, queueName: string): Queue =>
  new Queue(scope, id, { ...SECURE, queueName });

/** A queue, and the shelf for what could not be taken from it. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { name, visibility, attempts }: Props) {
    super(scope, id);
    this.deadLetters = createShelf(this, 'DeadLetters', `${name}-dead-letters`);
    this.queue = new Queue(this, 'Queue', {
      ...SECURE,
      queueName: name,
      visibilityTimeout: visibility,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: attempts },
    });
  }
}
