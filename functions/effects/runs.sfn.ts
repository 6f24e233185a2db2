import { type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { MachineNotDeployed, type Runs } from './effects.ts';

interface SfnDeps {
  client: SFNClient;
  /** `arn:…:stateMachine:<prefix>`; a journey's machine is named prefix and journey. */
  machineArnPrefix: string;
}

/** Step Functions had no room for this run just now. */
export class RunsBusy extends Error {
  override name = 'RunsBusy';
}

const THROTTLED = ['ThrottlingException', 'TooManyRequestsException', 'ExecutionLimitExceeded', 'ServiceUnavailable'];
const ABSENT = ['StateMachineDoesNotExist', 'StateMachineDeleting'];

/** Runs as Express executions of Step Functions, which need no name: they may be started twice. */
export const createSfnRuns = ({ client, machineArnPrefix }: SfnDeps): Runs => ({
  start: async (journey, input) => {
    const stateMachineArn = `${machineArnPrefix}${journey}`;
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }));
    } catch (error) {
      const { name } = error as Error;
      if (THROTTLED.includes(name)) throw new RunsBusy(`Step Functions answered ${name}.`, { cause: error });
      if (!ABSENT.includes(name)) throw error;
      throw new MachineNotDeployed(`No machine ${stateMachineArn} for the journey ${journey} yet.`, { cause: error });
    }
  },
});
