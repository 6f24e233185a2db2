import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { accept } from './nag.ts';

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
  // As large as an event of EventBridge may be.
  maxMessageSizeBytes: 1024 * 1024,
} as const;

/** A queue that nothing takes from but people. */
export const createShelf = (scope: Construct, id: string, queueName: string): Queue =>
  new Queue(scope, id, { ...SECURE, queueName });

/**
 * A queue whose messages stay until they are done: after a long outage all of it goes on by itself, and nobody has to put
 * anything back. Six times the function's time-out, as Lambda asks for.
 */
export const createLastingQueue = (scope: Construct, id: string, queueName: string, timeout: Duration): Queue => {
  const visibilityTimeout = Duration.seconds(6 * timeout.toSeconds());
  const queue = new Queue(scope, id, { ...SECURE, queueName, visibilityTimeout });
  accept(queue, 'SQS3', 'A timer that was set aside would never come: it stays, and comes back later each time.');
  return queue;
};

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
