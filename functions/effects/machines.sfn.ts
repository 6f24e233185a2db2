import {
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { MachineNotDeployed, type Machines } from './effects.ts';

interface SfnDeps {
  client: SFNClient;
  /** `arn:…:stateMachine:<prefix>`; a journey's machine is named prefix and journey. */
  machineArnPrefix: string;
}

/** Step Functions had no room for this call just now. */
export class MachinesBusy extends Error {
  override name = 'MachinesBusy';
}

const THROTTLED = ['ThrottlingException', 'TooManyRequestsException', 'ExecutionLimitExceeded', 'ServiceUnavailable'];
/** A token that nobody waits for any more. */
const GONE = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];
const NEVER_RAN = ['ExecutionDoesNotExist', 'StateMachineDoesNotExist', 'StateMachineDeleting'];
const ABSENT = ['StateMachineDoesNotExist', 'StateMachineDeleting'];

const nameOf = (error: unknown): string => (error as Error).name;

/** Step Functions, standard machines. */
export const createSfnMachines = ({ client, machineArnPrefix }: SfnDeps): Machines => {
  const call = async (done: readonly string[], send: () => Promise<unknown>): Promise<void> => {
    try {
      await send();
    } catch (error) {
      const name = nameOf(error);
      if (done.includes(name)) return;
      if (THROTTLED.includes(name)) throw new MachinesBusy(`Step Functions answered ${name}.`, { cause: error });
      throw error;
    }
  };
  return {
    start: async (journey, execution, input) => {
      const stateMachineArn = `${machineArnPrefix}${journey}`;
      try {
        await call(['ExecutionAlreadyExists'], () =>
          client.send(new StartExecutionCommand({ stateMachineArn, name: execution, input: JSON.stringify(input) })),
        );
      } catch (error) {
        if (!ABSENT.includes(nameOf(error))) throw error;
        throw new MachineNotDeployed(`No machine ${stateMachineArn} for the journey ${journey} yet.`, { cause: error });
      }
    },
    stop: (journey, execution) => {
      const executionArn = `${machineArnPrefix.replace(':stateMachine:', ':execution:')}${journey}:${execution}`;
      return call(NEVER_RAN, () => client.send(new StopExecutionCommand({ executionArn })));
    },
    succeed: (taskToken, answer) =>
      call(GONE, () => client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(answer) }))),
    fail: (taskToken, error) => call(GONE, () => client.send(new SendTaskFailureCommand({ taskToken, error }))),
  };
};
