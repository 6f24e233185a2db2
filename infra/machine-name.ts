import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** As AWS has it. */
const LONGEST = 80;

export class MachineNameTooLong extends Error {
  override name = 'MachineNameTooLong';
}

/** What the name of every machine of a stage begins with. No stage has an underscore, so no stage's names begin like another's. */
const beginning = ({ prefix }: Pick<Settings, 'prefix'>): string => `${prefix}_`;

/** The name of a journey's machine. Throws MachineNameTooLong. */
export const machineName = (settings: Pick<Settings, 'prefix'>, journey: string): string => {
  const name = `${beginning(settings)}${journey}`;
  if (name.length <= LONGEST) return name;
  throw new MachineNameTooLong(
    `The machine of journey "${journey}" would be called ${name}, which is longer than the ${LONGEST} characters that AWS allows: give the journey or the stage a shorter name.`,
  );
};

const arnOf = (scope: Construct, resourceName: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** ARNs by name, since machines call functions: a function that referred to machines would make a circle. */
export const machineArn = (scope: Construct, settings: Pick<Settings, 'prefix'>, journey: string): string =>
  arnOf(scope, machineName(settings, journey));

/** Before a journey's id in the ARN of its machine. */
export const machineArnPrefix = (scope: Construct, settings: Pick<Settings, 'prefix'>): string =>
  arnOf(scope, beginning(settings));

/** Every machine of the stage, and how cdk-nag prints that. */
export const everyMachine = (scope: Construct, settings: Pick<Settings, 'prefix'>) => ({
  arn: arnOf(scope, `${beginning(settings)}*`),
  printed: `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:${beginning(settings)}*`,
});
