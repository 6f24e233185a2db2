import { CloudFormationClient, DescribeStackEventsCommand, type StackEvent } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeploying, RESOURCE_TYPE } from '../../../../functions/api/publish/deploying.cloudformation.ts';
import { synth } from '../../../infra/support/synth.ts';

const STACK = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/tactful-live/1';
const aws = mockClient(CloudFormationClient);
beforeEach(() => aws.reset());
afterAll(() => aws.restore());

const is = (ResourceStatus: StackEvent['ResourceStatus'], ResourceType = RESOURCE_TYPE) => ({
  ResourceType,
  ResourceStatus,
});

const open = () => {
  const waited: number[] = [];
  const wait = async (milliseconds: number) => void waited.push(milliseconds);
  return { isDoing: createDeploying({ client: new CloudFormationClient({}), stack: STACK, wait }), waited };
};

const says = (...StackEvents: object[]) =>
  aws.on(DescribeStackEventsCommand).resolves({ StackEvents: StackEvents as StackEvent[] });

describe('whether a deploy is at its workflows', () => {
  it('is looked for at the resource that a deploy has', () => {
    expect(synth().main.of(RESOURCE_TYPE)).toHaveLength(1);
  });

  it.each([
    ['Create', 'CREATE_IN_PROGRESS'],
    ['Update', 'UPDATE_IN_PROGRESS'],
    ['Delete', 'DELETE_IN_PROGRESS'],
  ] as const)('%s is so while the newest event of it says %s', async (type, status) => {
    says(is('UPDATE_COMPLETE', 'AWS::Lambda::Function'), is(status), is('UPDATE_COMPLETE'));
    expect(await open().isDoing(type)).toBe(true);
    expect(aws.commandCalls(DescribeStackEventsCommand)[0]?.args[0].input).toMatchObject({ StackName: STACK });
  });

  it.each([
    ['Update', 'no deploy is under way', [is('UPDATE_COMPLETE'), is('UPDATE_IN_PROGRESS')]],
    ['Delete', 'a deploy publishes', [is('UPDATE_IN_PROGRESS')]],
    ['Create', 'it is removed', [is('DELETE_IN_PROGRESS'), is('CREATE_COMPLETE')]],
    [
      'Delete',
      'another resource is removed',
      [is('DELETE_IN_PROGRESS', 'AWS::Lambda::Version'), is('UPDATE_COMPLETE')],
    ],
    ['Delete', 'nothing is known of it', []],
  ] as const)('%s is not so while %s', async (type, _, events) => {
    says(...events);
    const { isDoing, waited } = open();
    expect(await isDoing(type)).toBe(false);
    expect(waited.length).toBeGreaterThan(0);
  });

  it('is read on where the first events are all of others', async () => {
    aws
      .on(DescribeStackEventsCommand)
      .resolvesOnce({ StackEvents: [is('UPDATE_COMPLETE', 'AWS::IAM::Role')] as StackEvent[], NextToken: 'more' })
      .resolves({ StackEvents: [is('UPDATE_IN_PROGRESS')] as StackEvent[] });
    expect(await open().isDoing('Update')).toBe(true);
  });

  it('is asked again where the event, or the right to see it, comes a moment late', async () => {
    aws
      .on(DescribeStackEventsCommand)
      .rejectsOnce(new Error('AccessDenied'))
      .resolvesOnce({ StackEvents: [is('UPDATE_COMPLETE')] as StackEvent[] })
      .resolves({ StackEvents: [is('UPDATE_IN_PROGRESS')] as StackEvent[] });
    expect(await open().isDoing('Update')).toBe(true);
  });

  it('fails where CloudFormation cannot be asked', async () => {
    aws.on(DescribeStackEventsCommand).rejects(new Error('AccessDenied'));
    await expect(open().isDoing('Delete')).rejects.toThrow('AccessDenied');
  });
});
