import {
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { MachineNotDeployed } from '../../../functions/effects/effects.ts';
import { createSfnMachines, MachinesBusy } from '../../../functions/effects/machines.sfn.ts';
import { awsError, timeOut } from '../../support/aws.ts';

const PREFIX = 'arn:aws:states:eu-west-1:1:stateMachine:test-';

const open = () => {
  const client = new SFNClient({ region: 'eu-west-1' });
  return { mock: mockClient(client), machines: createSfnMachines({ client, machineArnPrefix: PREFIX }) };
};

describe('machines of Step Functions', () => {
  it('start the machine of the journey under the name of the execution', async () => {
    const { mock, machines } = open();
    mock.on(StartExecutionCommand).resolves({});
    await machines.start('renewal', 'e1', { customerId: 'ada' });
    expect(mock.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: `${PREFIX}renewal`,
      name: 'e1',
      input: '{"customerId":"ada"}',
    });
  });

  it('stop an execution by its name, and one that is not there counts as stopped', async () => {
    const { mock, machines } = open();
    mock.on(StopExecutionCommand).resolvesOnce({}).rejects(awsError('ExecutionDoesNotExist', 400));
    for (const _ of [1, 2]) await expect(machines.stop('renewal', 'e1')).resolves.toBeUndefined();
    const executionArn = 'arn:aws:states:eu-west-1:1:execution:test-renewal:e1';
    expect(mock.commandCalls(StopExecutionCommand)[0]?.args[0].input).toEqual({ executionArn });
  });

  it('take an execution that exists for started', async () => {
    const { mock, machines } = open();
    mock.on(StartExecutionCommand).rejects(awsError('ExecutionAlreadyExists', 400));
    await expect(machines.start('renewal', 'e1', {})).resolves.toBeUndefined();
  });

  it.each(['StateMachineDoesNotExist', 'StateMachineDeleting'])(
    'say that it is not deployed after %s',
    async (name) => {
      const { mock, machines } = open();
      mock.on(StartExecutionCommand).rejects(awsError(name, 400));
      await expect(machines.start('renewal', 'e1', {})).rejects.toThrow(MachineNotDeployed);
    },
  );

  it('answer a token, or fail it', async () => {
    const { mock, machines } = open();
    await machines.succeed('t1', { outcome: 'heard', customer: {}, heard: { score: 4 } });
    await machines.fail('t2', 'Tactful.NotHeard');
    expect(mock.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
      taskToken: 't1',
      output: '{"outcome":"heard","customer":{},"heard":{"score":4}}',
    });
    expect(mock.commandCalls(SendTaskFailureCommand)[0]?.args[0].input).toEqual({
      taskToken: 't2',
      error: 'Tactful.NotHeard',
    });
  });

  it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])(
    'take a token that is gone (%s) for answered',
    async (name) => {
      const { mock, machines } = open();
      mock.onAnyCommand().rejects(awsError(name, 400));
      await expect(machines.succeed('t1', { outcome: 'done', customer: {} })).resolves.toBeUndefined();
      await expect(machines.fail('t1', 'x')).resolves.toBeUndefined();
    },
  );

  it.each(['ThrottlingException', 'ExecutionLimitExceeded'])('are busy after %s', async (name) => {
    const { mock, machines } = open();
    mock.onAnyCommand().rejects(awsError(name, 400));
    await expect(machines.start('renewal', 'e1', {})).rejects.toThrow(MachinesBusy);
    await expect(machines.fail('t1', 'x')).rejects.toThrow(MachinesBusy);
  });

  it.each([awsError('InvalidExecutionInput', 400), timeOut()])('pass $name on', async (error) => {
    const { mock, machines } = open();
    mock.onAnyCommand().rejects(error);
    await expect(machines.start('renewal', 'e1', {})).rejects.toBe(error);
  });
});
