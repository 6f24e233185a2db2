import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { MachineNotDeployed } from '../../../functions/effects/effects.ts';
import { createSfnRuns, RunsBusy } from '../../../functions/effects/runs.sfn.ts';
import type { MachineState } from '../../../language/catalogue/task.ts';
import { awsError, timeOut } from '../../support/aws.ts';

const PREFIX = 'arn:aws:states:eu-west-1:1:stateMachine:test_';
const input = { customerId: 'ada' } as MachineState;

const open = () => {
  const client = new SFNClient({ region: 'eu-west-1' });
  return { mock: mockClient(client), runs: createSfnRuns({ client, machineArnPrefix: PREFIX }) };
};

describe('runs of Step Functions', () => {
  it('begin on the machine of the journey, without a name: two may run side by side', async () => {
    const { mock, runs } = open();
    mock.on(StartExecutionCommand).resolves({});
    await runs.start('renewal', input);
    expect(mock.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: `${PREFIX}renewal`,
      input: '{"customerId":"ada"}',
    });
  });

  it.each(['ThrottlingException', 'TooManyRequestsException', 'ExecutionLimitExceeded', 'ServiceUnavailable'])(
    'have no room just now after %s',
    async (name) => {
      const { mock, runs } = open();
      mock.on(StartExecutionCommand).rejects(awsError(name, 400));
      await expect(runs.start('renewal', input)).rejects.toThrow(RunsBusy);
    },
  );

  it.each(['StateMachineDoesNotExist', 'StateMachineDeleting'])('have no machine after %s', async (name) => {
    const { mock, runs } = open();
    mock.on(StartExecutionCommand).rejects(awsError(name, 400));
    await expect(runs.start('renewal', input)).rejects.toThrow(MachineNotDeployed);
  });

  it.each([awsError('InvalidExecutionInput', 400), timeOut()])('pass $name on', async (error) => {
    const { mock, runs } = open();
    mock.on(StartExecutionCommand).rejects(error);
    await expect(runs.start('renewal', input)).rejects.toBe(error);
  });
});
