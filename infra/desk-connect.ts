import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Annotations, Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import type { WorkQueue } from './queue.ts';
import type { Settings } from './settings.ts';

/** An instance of Amazon Connect, and the flow of it that a task runs through. */
interface ConnectDesk {
  instanceArn: string;
  flow: string;
}

/** Undefined where the desk is another, or there is none. */
export const connectIn = ({ deskInstance, deskFlow }: Settings): ConnectDesk | undefined =>
  deskInstance !== undefined && deskFlow !== undefined ? { instanceArn: deskInstance, flow: deskFlow } : undefined;

export const environmentOf = (
  { instanceArn, flow }: ConnectDesk,
  consoleUrl: string | undefined,
): Record<string, string> => ({
  DESK: 'connect',
  CONNECT_INSTANCE: instanceArn.slice(instanceArn.lastIndexOf('/') + 1),
  CONNECT_FLOW: flow,
  ...(consoleUrl === undefined ? {} : { CONSOLE_URL: consoleUrl }),
});

/** Lets a function begin tasks of this one flow, end and look at contacts of this one instance, and know its agents' names. */
export const allowConnect = (fn: TactfulFunction, { instanceArn, flow }: ConnectDesk): void => {
  const contacts = `${instanceArn}/contact/*`;
  fn.allow(['connect:StartTaskContact'], [contacts, `${instanceArn}/contact-flow/${flow}`]);
  fn.allow(['connect:StopContact', 'connect:DescribeContact'], [contacts]);
  fn.allow(['connect:DescribeUser'], [`${instanceArn}/agent/*`]);
  for (const part of ['contact', 'agent'])
    accept(
      fn.role,
      `IAM5[Resource::${instanceArn}/${part}/*]`,
      'A contact has no name before it is begun, and whoever works at the instance may take one.',
    );
};

interface Hearing {
  connect: ConnectDesk;
  prefix: string;
  events: WorkQueue;
}

/** Brings what Amazon Connect tells of its tasks to the desk's queue. Events of AWS come over the default bus of the region. */
export const hearContacts = (scope: Construct, { connect: { instanceArn }, prefix, events }: Hearing): void => {
  const { region, account } = Stack.of(scope);
  const [, , , itsRegion, itsAccount] = instanceArn.split(':');
  const isElsewhere = [
    [region, itsRegion],
    [account, itsAccount],
  ].some(([ours = '', its]) => !Token.isUnresolved(ours) && ours !== its);
  if (isElsewhere)
    Annotations.of(scope).addError(
      `deskInstance is ${instanceArn}, and this stage is in ${region} of the account ${account}: Amazon Connect tells only there what becomes of a task, so give an instance of the same region and account.`,
    );
  new Rule(scope, 'Contacts', {
    ruleName: `${prefix}-desk-contacts`,
    description: 'What becomes of tasks at Amazon Connect goes to the desk',
    eventPattern: {
      source: ['aws.connect'],
      detailType: ['Amazon Connect Contact Event'],
      detail: {
        instanceArn: [instanceArn],
        channel: Match.equalsIgnoreCase('task'),
        eventType: ['CONNECTED_TO_AGENT', 'DISCONNECTED'],
      },
    },
    targets: [new SqsQueue(events.queue, { deadLetterQueue: events.deadLetters })],
  });
};
