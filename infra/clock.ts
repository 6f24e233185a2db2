import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { waitingIn } from './alarm.ts';
import type { FunctionProps } from './function.ts';
import { accept } from './nag.ts';
import { createShelf } from './queue.ts';

/** Where rules that go by the clock leave what they could not hand on, with an alarm: the next turn makes up for it, so nobody brings it back. */
export const createClockShelf = (
  scope: Construct,
  { settings, alarms }: Pick<FunctionProps, 'settings' | 'alarms'>,
): Queue => {
  const shelf = createShelf(scope, 'Missed', `${settings.prefix}-clock-dead-letters`);
  accept(shelf, 'SQS3', 'It is where a rule leaves what it could not hand on.');
  alarms.add('clock-dead-letters', {
    metric: waitingIn(shelf),
    threshold: 1,
    about:
      'What is done by the clock was left out: a function could not be invoked until its next turn, or was throttled.',
  });
  return shelf;
};
