import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { machineBeginning, machineName } from '../language/compile/machine-name.ts';
import type { Settings } from './settings.ts';

const arnOf = (scope: Construct, resourceName: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** ARNs by name, since machines call functions: a function that referred to machines would make a circle. */
export const machineArn = (scope: Construct, settings: Pick<Settings, 'prefix'>, journey: string): string =>
  arnOf(scope, machineName(settings.prefix, journey));

/** Before a journey's id in the ARN of its machine. */
export const machineArnPrefix = (scope: Construct, settings: Pick<Settings, 'prefix'>): string =>
  arnOf(scope, machineBeginning(settings.prefix));

/** Every machine of the stage, and how cdk-nag prints that. */
export const everyMachine = (scope: Construct, settings: Pick<Settings, 'prefix'>) => ({
  arn: arnOf(scope, `${machineBeginning(settings.prefix)}*`),
  printed: `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:${machineBeginning(settings.prefix)}*`,
});
