import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  type ResourceStatus,
} from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCloudFormationMachines } from '../../../../functions/api/publish/machines.cloudformation.ts';
import type { Machine } from '../../../../language/compile/asl.ts';
import { HASH_OUTPUT, machinesTemplate } from '../../../../language/compile/machines-template.ts';
import { createBucket } from './support.ts';

const machine: Machine = {
  QueryLanguage: 'JSONata',
  StartAt: 'End',
  TimeoutSeconds: 90,
  States: { End: { Type: 'Succeed' } },
};
const MACHINES = { trial: machine };
const WIRING = {
  prefix: 'tactful-live',
  role: 'arn:r',
  logGroup: 'arn:l',
  deliver: 'arn:d',
  advance: 'arn:a',
  bucket: 'b',
};
const { hash, journeys } = machinesTemplate(MACHINES, WIRING);
const [TRIAL = ''] = Object.keys(journeys);

const aws = mockClient(CloudFormationClient);
afterAll(() => aws.restore());
beforeEach(() => {
  aws.reset();
});

/** The stack as each look finds it; the last one stays. */
const stackIs = (...looks: ({ status: string; hash?: string } | undefined)[]) => {
  const left = [...looks];
  aws.on(DescribeStacksCommand).callsFake(() => {
    const look = left.length > 1 ? left.shift() : left[0];
    if (look === undefined) throw new Error('Stack with id tactful-live-machines does not exist');
    const { status, hash: storedHash } = look;
    const Outputs = storedHash === undefined ? [] : [{ OutputKey: HASH_OUTPUT, OutputValue: storedHash }];
    return { Stacks: [{ StackStatus: status, StackName: 's', CreationTime: new Date(0), Outputs }] };
  });
};

const changeSetIs = (Status: string, StatusReason?: string, action: 'Add' | 'Modify' = 'Modify') => {
  const Changes = [{ ResourceChange: { LogicalResourceId: TRIAL, Action: action } }];
  aws.on(CreateChangeSetCommand).resolves({});
  aws.on(DescribeChangeSetCommand).resolves({ Status, StatusReason, Changes } as never);
  aws.on(DeleteChangeSetCommand).resolves({});
  aws.on(ExecuteChangeSetCommand).resolves({});
};

const open = () => {
  const bucket = createBucket();
  const clock = { now: 0 };
  const machines = createCloudFormationMachines({
    client: new CloudFormationClient({}),
    objects: bucket.objects,
    wiring: WIRING,
    stackName: 'tactful-live-machines',
    roleArn: 'arn:aws:iam::1:role/machines',
    tags: { 'tactful:stage': 'live' },
    urlOf: (key) => `https://bucket/${key}`,
    newName: () => 'publish-1',
    wait: async (milliseconds) => {
      clock.now += milliseconds;
    },
    now: () => clock.now,
  });
  return { machines, bucket };
};

const orders = () => aws.commandCalls(ExecuteChangeSetCommand).length;

describe('the stack of machines', () => {
  it('is made where there is none, from a template in the bucket, by the role that may', async () => {
    stackIs(undefined, { status: 'CREATE_IN_PROGRESS' }, { status: 'CREATE_COMPLETE', hash });
    changeSetIs('CREATE_COMPLETE', undefined, 'Add');
    const { machines, bucket } = open();
    expect(await machines.put(MACHINES)).toEqual({ changed: ['trial'] });
    const { input } = aws.commandCalls(CreateChangeSetCommand)[0]?.args[0] ?? {};
    expect(input).toMatchObject({
      ChangeSetType: 'CREATE',
      TemplateURL: `https://bucket/machines/${hash}.template.json`,
      RoleARN: 'arn:aws:iam::1:role/machines',
      Tags: [{ Key: 'tactful:stage', Value: 'live' }],
    });
    expect([...bucket.all.keys()]).toEqual(
      expect.arrayContaining([`machines/${hash}.template.json`, expect.stringMatching(/^machines\/\w+\.asl\.json$/)]),
    );
  });

  it('is left alone where it holds these machines already', async () => {
    stackIs({ status: 'UPDATE_COMPLETE', hash });
    expect(await open().machines.put(MACHINES)).toEqual({ changed: [] });
    expect(aws.commandCalls(CreateChangeSetCommand)).toEqual([]);
  });

  it('is waited for while a change that somebody ordered before goes on', async () => {
    stackIs(
      { status: 'UPDATE_IN_PROGRESS' },
      { status: 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS' },
      { status: 'UPDATE_COMPLETE', hash },
    );
    expect(await open().machines.put(MACHINES)).toEqual({ changed: [] });
  });

  it('is not taken for done while it still says how the change before ended', async () => {
    const old = { status: 'UPDATE_COMPLETE', hash: 'old' };
    stackIs(old, old, old, { status: 'UPDATE_IN_PROGRESS', hash: 'old' }, { status: 'UPDATE_COMPLETE', hash });
    changeSetIs('CREATE_COMPLETE');
    expect(await open().machines.put(MACHINES)).toEqual({ changed: ['trial'] });
    expect(aws.commandCalls(DescribeStacksCommand)).toHaveLength(5);
  });

  it('of which nothing would change is done', async () => {
    stackIs({ status: 'UPDATE_COMPLETE', hash: 'old' });
    changeSetIs('FAILED', "The submitted information didn't contain changes.");
    expect(await open().machines.put(MACHINES)).toEqual({ changed: [] });
    expect([orders(), aws.commandCalls(DeleteChangeSetCommand).length]).toEqual([0, 1]);
  });

  it('that refuses a machine says which and why: what failed first, not what was cancelled for it', async () => {
    stackIs(
      { status: 'UPDATE_COMPLETE', hash: 'old' },
      { status: 'UPDATE_ROLLBACK_IN_PROGRESS' },
      { status: 'UPDATE_ROLLBACK_COMPLETE', hash: 'old' },
    );
    changeSetIs('CREATE_COMPLETE');
    const event = (id: string, ResourceStatus: ResourceStatus, ResourceStatusReason: string) => ({
      StackId: 's',
      EventId: id,
      StackName: 's',
      Timestamp: new Date(0),
      LogicalResourceId: id,
      ResourceStatus,
      ResourceStatusReason,
    });
    aws.on(DescribeStackEventsCommand).resolves({
      StackEvents: [
        event('JourneyOther', 'UPDATE_FAILED', 'Resource update cancelled'),
        event('JourneyTrial', 'CREATE_FAILED', 'State Machine Already Exists'),
      ],
    });
    await expect(open().machines.put(MACHINES)).rejects.toThrow(
      /those of before are there again \(UPDATE_ROLLBACK_COMPLETE\): JourneyTrial: State Machine Already Exists/,
    );
  });

  it('that was never finished the first time is made anew', async () => {
    stackIs({ status: 'ROLLBACK_COMPLETE' }, undefined, { status: 'CREATE_COMPLETE', hash });
    aws.on(DeleteStackCommand).resolves({});
    changeSetIs('CREATE_COMPLETE', undefined, 'Add');
    await open().machines.put(MACHINES);
    expect(aws.commandCalls(DeleteStackCommand)).toHaveLength(1);
    expect(aws.commandCalls(CreateChangeSetCommand)[0]?.args[0].input.ChangeSetType).toBe('CREATE');
  });

  it('that nobody but a person can bring out of its state says so', async () => {
    stackIs({ status: 'UPDATE_ROLLBACK_FAILED' });
    await expect(open().machines.put(MACHINES)).rejects.toThrow(
      /let an engineer look at it \(aws cloudformation continue-update-rollback/,
    );
  });

  it('that takes too long is not waited for for ever', async () => {
    stackIs({ status: 'UPDATE_IN_PROGRESS' });
    await expect(open().machines.put(MACHINES)).rejects.toThrow(/was not done in 12 minutes/);
  });

  it('goes, where it is there', async () => {
    stackIs({ status: 'CREATE_COMPLETE', hash }, { status: 'DELETE_IN_PROGRESS' }, undefined);
    aws.on(DeleteStackCommand).resolves({});
    await open().machines.remove();
    stackIs(undefined);
    await open().machines.remove();
    expect(aws.commandCalls(DeleteStackCommand)).toHaveLength(1);
  });
});
