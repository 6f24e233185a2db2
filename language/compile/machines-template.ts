import { createHash } from 'node:crypto';
import type { Machine } from './asl.ts';
import { machineName } from './machine-name.ts';

/** What of a stage its machines are tied to: the ARNs of their role, their log group and the two functions. */
export interface Wiring {
  prefix: string;
  role: string;
  logGroup: string;
  deliver: string;
  advance: string;
  /** The bucket that definitions lie in: a template has no room for many. */
  bucket: string;
}

export interface MachinesTemplate {
  /** CloudFormation's, of a stack that holds the machines of a stage and nothing else. */
  template: string;
  /** Definitions by their keys in the bucket, which are made of what is in them. */
  definitions: Record<string, string>;
  /** Of equal machines equally wired it is the same; the stack tells it as its output of this name. */
  hash: string;
  /** Journeys by the logical ids of their machines. */
  journeys: Record<string, string>;
}

/** The output by which a stack of machines says which it holds. */
export const HASH_OUTPUT = 'Machines';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** Letters and digits alone, and still one for each journey. */
const logicalId = (journey: string): string =>
  `Journey${journey.replace(/[^A-Za-z0-9]/g, '')}${hashOf(journey).slice(0, 8)}`;

/** The stack of a stage's machines, whoever publishes: the same machines have the same logical ids. Throws MachineNameTooLong. */
export const machinesTemplate = (machines: Record<string, Machine>, wiring: Wiring): MachinesTemplate => {
  const { prefix, role, logGroup, deliver, advance, bucket } = wiring;
  const definitions: Record<string, string> = {};
  const journeys: Record<string, string> = {};
  const resources = Object.entries(machines)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([journey, machine]) => {
      const definition = JSON.stringify(machine);
      const key = `machines/${hashOf(definition)}.asl.json`;
      definitions[key] = definition;
      journeys[logicalId(journey)] = journey;
      const Properties = {
        StateMachineName: machineName(prefix, journey),
        StateMachineType: 'EXPRESS',
        RoleArn: role,
        DefinitionS3Location: { Bucket: bucket, Key: key },
        DefinitionSubstitutions: { DeliverFunction: deliver, AdvanceFunction: advance },
        // The timeline says what a run did; a log line for each of its events would cost more than the run.
        LoggingConfiguration: {
          Level: 'ERROR',
          IncludeExecutionData: false,
          Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: logGroup } }],
        },
        TracingConfiguration: { Enabled: true },
      };
      return [logicalId(journey), { Type: 'AWS::StepFunctions::StateMachine', Properties }] as const;
    });
  const body = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Tactful: the machines of journeys. Publishing changes it; nothing else may.',
    Resources: Object.fromEntries(resources),
  };
  const hash = hashOf(JSON.stringify(body));
  return {
    template: JSON.stringify({ ...body, Outputs: { [HASH_OUTPUT]: { Value: hash } } }),
    definitions,
    hash,
    journeys,
  };
};
