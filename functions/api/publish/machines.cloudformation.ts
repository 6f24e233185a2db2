import {
  type Change,
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { HASH_OUTPUT, machinesTemplate, type Wiring } from '../../../language/compile/machines-template.ts';
import { type Machines, MachinesRefused } from './machines.ts';
import type { Objects } from './objects.s3.ts';

export { CloudFormationClient };

interface Deps {
  client: CloudFormationClient;
  objects: Objects;
  wiring: Wiring;
  stackName: string;
  /** The role by which CloudFormation acts. */
  roleArn: string;
  tags: Record<string, string>;
  /** Where an object of the bucket is, as CloudFormation reads it. */
  urlOf: (key: string) => string;
  /** A name that no change set has had. */
  newName: () => string;
  wait: (milliseconds: number) => Promise<void>;
  now: () => number;
}

/** In milliseconds. */
const LOOK = 1000;
/** How many looks the stack may still say how the change before ended. */
const STALE = 15;
const PATIENCE = 12 * 60_000;

const ABSENT = new Set([undefined, 'DELETE_COMPLETE']);
/** A first attempt that failed: nothing is in it, and it can only be made anew. */
const STILLBORN = new Set(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'CREATE_FAILED', 'DELETE_FAILED']);
const GOOD = new Set(['CREATE_COMPLETE', 'UPDATE_COMPLETE']);
/** Only a person can bring it out of this. */
const STUCK = 'UPDATE_ROLLBACK_FAILED';

const NOTHING = /didn't contain changes|No updates are to be performed/;

/** The machines of a stage as a stack of their own, changed by change sets. */
export const createCloudFormationMachines = (deps: Deps): Machines => {
  const { client, stackName: StackName, now, wait } = deps;

  const stack = async (): Promise<Stack | undefined> => {
    try {
      const { Stacks: [first] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
      return first;
    } catch (error) {
      if (/does not exist/.test((error as Error).message)) return undefined;
      throw error;
    }
  };

  const until = async <Seen>(look: () => Promise<Seen | undefined>, what: string): Promise<Seen> => {
    const end = now() + PATIENCE;
    for (;;) {
      const seen = await look();
      if (seen !== undefined) return seen;
      if (now() > end)
        throw new MachinesRefused(
          `${what} was not done in ${PATIENCE / 60_000} minutes. Look at the stack ${StackName} in CloudFormation, then publish again.`,
        );
      await wait(LOOK);
    }
  };

  const awaitSettled = () =>
    until(async () => {
      const current = await stack();
      const status = current?.StackStatus;
      // A stack whose first change set waits to be executed does not exist yet.
      if (status === 'REVIEW_IN_PROGRESS') return { status: undefined, current };
      return status?.endsWith('_IN_PROGRESS') ? undefined : { status, current };
    }, `A change of ${StackName}`);

  /** How the change ended. For a moment after it was ordered the stack still says how the last one did. */
  const awaitExecuted = async (before: Stack | undefined, hash: string): Promise<string> => {
    let looks = 0;
    return until(async () => {
      looks++;
      const current = await stack();
      const status = current?.StackStatus ?? 'gone';
      if (/_IN_PROGRESS$/.test(status)) {
        looks += STALE;
        return undefined;
      }
      const isOurs = current?.Outputs?.some(
        ({ OutputKey, OutputValue }) => OutputKey === HASH_OUTPUT && OutputValue === hash,
      );
      const isLater = current?.LastUpdatedTime?.getTime() !== before?.LastUpdatedTime?.getTime();
      return isOurs || isLater || looks > STALE ? status : undefined;
    }, `The change of ${StackName}`);
  };

  const whyItFailed = async (): Promise<string> => {
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
    const failed = StackEvents.filter(({ ResourceStatus = '' }) => ResourceStatus.endsWith('_FAILED'));
    // The newest are first; what failed first is the cause of the others.
    const first = failed.findLast(({ ResourceStatusReason = '' }) => !/cancelled/i.test(ResourceStatusReason));
    return first ? `${first.LogicalResourceId}: ${first.ResourceStatusReason}` : 'CloudFormation did not say why';
  };

  const remove = async (): Promise<void> => {
    await client.send(new DeleteStackCommand({ StackName, RoleARN: deps.roleArn }));
    let looks = 0;
    const end = await until(async () => {
      const status = (await stack())?.StackStatus;
      // For a moment it may still say how it was before.
      const hasFailed = status === 'DELETE_FAILED' && ++looks > STALE;
      return ABSENT.has(status) || hasFailed ? { status } : undefined;
    }, `The removal of ${StackName}`);
    if (ABSENT.has(end.status)) return;
    throw new MachinesRefused(`The stack ${StackName} could not be removed: ${await whyItFailed()}.`);
  };

  const prepare = async (): Promise<Stack | undefined> => {
    const { status, current } = await awaitSettled();
    if (status === STUCK) {
      throw new MachinesRefused(
        `The stack ${StackName} is ${STUCK}: let an engineer look at it (aws cloudformation continue-update-rollback --stack-name ${StackName}), then publish again.`,
      );
    }
    if (STILLBORN.has(status ?? '')) {
      await remove();
      return undefined;
    }
    return ABSENT.has(status) ? undefined : current;
  };

  /** Answers what it would change; undefined where that is nothing. */
  const propose = async (name: string, templateUrl: string, isNew: boolean): Promise<Change[] | undefined> => {
    await client.send(
      new CreateChangeSetCommand({
        StackName,
        ChangeSetName: name,
        ChangeSetType: isNew ? 'CREATE' : 'UPDATE',
        TemplateURL: templateUrl,
        RoleARN: deps.roleArn,
        Tags: Object.entries(deps.tags).map(([Key, Value]) => ({ Key, Value })),
      }),
    );
    const set = { StackName, ChangeSetName: name };
    const {
      Status,
      StatusReason = '',
      Changes = [],
    } = await until(async () => {
      const described = await client.send(new DescribeChangeSetCommand(set));
      return /PENDING|IN_PROGRESS/.test(described.Status ?? '') ? undefined : described;
    }, 'Looking at what would change');
    if (Status === 'CREATE_COMPLETE') return Changes;
    await client.send(new DeleteChangeSetCommand(set));
    if (NOTHING.test(StatusReason)) return undefined;
    throw new MachinesRefused(`CloudFormation refused the machines: ${StatusReason}`);
  };

  return {
    remove: async () => {
      const { status } = await awaitSettled();
      if (!ABSENT.has(status)) await remove();
    },
    put: async (machines) => {
      const { template, definitions, hash, journeys } = machinesTemplate(machines, deps.wiring);
      const current = await prepare();
      const currentHash = current?.Outputs?.find(({ OutputKey }) => OutputKey === HASH_OUTPUT)?.OutputValue;
      if (currentHash === hash) return { changed: [] };
      const key = `machines/${hash}.template.json`;
      const texts = Object.entries({ ...definitions, [key]: template });
      await Promise.all(texts.map(([name, text]) => deps.objects.put(name, text)));
      const name = deps.newName();
      const changes = await propose(name, deps.urlOf(key), current === undefined);
      if (changes === undefined) return { changed: [] };
      await client.send(new ExecuteChangeSetCommand({ StackName, ChangeSetName: name }));
      const status = await awaitExecuted(current, hash);
      if (!GOOD.has(status)) {
        throw new MachinesRefused(
          `AWS refused the machines, and those of before are there again (${status}): ${await whyItFailed()}. Mend that, then publish again.`,
        );
      }
      const names = changes.map(
        ({ ResourceChange: { LogicalResourceId: id = '', PhysicalResourceId: arn = '' } = {} }) =>
          journeys[id] ?? arn.split('__').at(-1) ?? id,
      );
      return { changed: names.toSorted() };
    },
  };
};
