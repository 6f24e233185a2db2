import { describe, expect, it } from 'vitest';
import type { Compiled } from '../../infra/workflows.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { HASH_OUTPUT, machinesTemplate } from '../../language/compile/machines-template.ts';
import { type Resource, synth, workflows } from './support/synth.ts';

/** The stack of machines as publishing makes it for a stage. */
const publishMachines = (machines: Record<string, Machine> = workflows.machines, stage = 'dev') => {
  const wiring = { role: 'arn:role', logGroup: 'arn:logs', deliver: 'arn:deliver', advance: 'arn:advance' };
  const template = machinesTemplate(machines, { prefix: `tactful-${stage}`, bucket: 'workflows', ...wiring });
  const { Resources, Outputs } = JSON.parse(template.template) as {
    Resources: Record<string, Resource>;
    Outputs: Record<string, { Value: string }>;
  };
  return { ...template, all: Object.entries(Resources), hash: Outputs[HASH_OUTPUT]?.Value };
};

const without = (journey: string): Compiled => {
  const { [journey]: _, ...machines } = workflows.machines;
  const { [journey]: __, ...journeys } = workflows.catalogue.journeys;
  return { ...workflows, machines, catalogue: { ...workflows.catalogue, journeys } };
};

const { main, operations } = synth();

describe('machines', () => {
  it('there is one for each journey, named after it, and one for those that are gone, all Express', () => {
    const pairs = publishMachines().all.map(([, { Properties }]) => [
      Properties.StateMachineName,
      Properties.StateMachineType,
    ]);
    const journeys = [...Object.keys(workflows.catalogue.journeys), 'Retired'];
    expect(pairs.toSorted()).toEqual(journeys.map((id) => [`tactful-dev__${id}`, 'EXPRESS']).toSorted());
  });

  it('are in a stack of their own, which holds nothing else, and no deploy holds any', () => {
    expect(new Set(publishMachines().all.map(([, { Type }]) => Type))).toEqual(
      new Set(['AWS::StepFunctions::StateMachine']),
    );
    for (const stack of [main, operations]) expect(stack.of('AWS::StepFunctions::StateMachine')).toEqual([]);
  });

  it('one goes with its journey and nothing else does or changes, since nobody waits in it', () => {
    const [before, after] = [publishMachines().all, publishMachines(without('renewal').machines).all];
    const left = new Map(after.map(([id, resource]) => [id, JSON.stringify(resource)]));
    const touched = before.filter(([id, resource]) => left.get(id) !== JSON.stringify(resource));
    expect(touched.map(([, { Properties }]) => Properties.StateMachineName)).toEqual(['tactful-dev__renewal']);
    expect(after).toHaveLength(before.length - 1);
    for (const [, { DeletionPolicy = 'Delete' }] of before) expect(DeletionPolicy).toBe('Delete');
  });

  it('the same machines are the same stack, in whatever order, and another machine or another role is told', () => {
    const { hash } = publishMachines();
    expect(publishMachines(Object.fromEntries(Object.entries(workflows.machines).toReversed())).hash).toBe(hash);
    expect(publishMachines(without('renewal').machines).hash).not.toBe(hash);
    expect(publishMachines(workflows.machines, 'test').hash).not.toBe(hash);
  });

  it('who is in a journey that is gone is asked about by a machine that needs no journey', () => {
    const { States, StartAt } = workflows.machines.Retired!;
    expect(States[StartAt]).toMatchObject({ Type: 'Task', Arguments: { Payload: { task: 'lost' } } });
  });

  it('no other stack holds on to a machine, so that it can be removed', () => {
    expect(JSON.stringify(operations.json)).toContain(':stateMachine:tactful-dev__renewal');
  });

  it.each([
    ['dev', 'dev-2'],
    ['dev', 'dev-run'],
    ['a', 'a-b-c'],
  ])('what stage %s may start is never a machine of stage %s', (stage, other) => {
    const mine = synth({ stage }).main;
    const start = JSON.stringify(mine.all).match(/stateMachine:(tactful-[^"]*)\*/)?.[1];
    expect(start).toBeTruthy();
    for (const [, { Properties }] of publishMachines(workflows.machines, stage).all)
      expect(Properties.StateMachineName).toContain(start);
    for (const [, { Properties }] of publishMachines(workflows.machines, other).all) {
      expect(Properties.StateMachineName.startsWith(start)).toBe(false);
    }
  });

  it('definitions are in S3: a template has room for sixty', () => {
    const { all, definitions } = publishMachines();
    for (const [, { Properties }] of all) {
      expect(Object.keys(definitions)).toContain(Properties.DefinitionS3Location.Key);
      expect(Object.keys(Properties.DefinitionSubstitutions)).toEqual(['DeliverFunction', 'AdvanceFunction']);
    }
  });

  it('logs tell of errors without what executions carry, and are forgotten after three months', () => {
    for (const [, { Properties }] of publishMachines().all) {
      expect(Properties.LoggingConfiguration).toMatchObject({ Level: 'ERROR', IncludeExecutionData: false });
      expect(Properties.TracingConfiguration).toEqual({ Enabled: true });
    }
    const retained = main.of('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.RetentionInDays);
    expect(new Set(retained)).toEqual(new Set([90]));
  });

  it('a name that AWS would refuse is refused with what to do', () => {
    const long = 'a-journey-with-a-name-that-somebody-thought-about-for-a-long-time-and-then-some-more';
    const compiled = { ...workflows, machines: { [long]: Object.values(workflows.machines)[0]! } };
    const refused = /longer than the 80 characters that AWS allows: give the journey/;
    expect(() => synth({}, compiled)).toThrow(refused);
    expect(() => publishMachines(compiled.machines)).toThrow(refused);
  });

  it.each([4, 60])('%i journeys fit into one stack', (count) => {
    const [machine] = Object.values(workflows.machines);
    const names = Array.from({ length: count }, (_, index) => `journey-${index}`);
    const compiled = { ...workflows, machines: Object.fromEntries(names.map((name) => [name, machine!])) };
    const stacks = synth({}, compiled);
    expect(publishMachines(compiled.machines).template.length).toBeLessThan(100_000);
    for (const { json, all } of [stacks.main, stacks.operations]) {
      expect(Object.keys(all).length).toBeLessThan(count + 180);
      expect(JSON.stringify(json).length).toBeLessThan(400_000);
    }
  });
});
