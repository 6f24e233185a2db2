import { describe, expect, it } from 'vitest';
import type { Compiled } from '../../infra/workflows.ts';
import { synth, workflows } from './support/synth.ts';

const machinesOf = (resources: ReturnType<typeof synth>['main']) => resources.of('AWS::StepFunctions::StateMachine');

const without = (journey: string): Compiled => {
  const { [journey]: _, ...machines } = workflows.machines;
  const { [journey]: __, ...journeys } = workflows.catalogue.journeys;
  return { machines, catalogue: { ...workflows.catalogue, journeys } };
};

const { main, operations } = synth();

describe('machines', () => {
  it('there is one for each journey, named after it, and one for those that are gone, all Express', () => {
    const found = machinesOf(main).map(([, { Properties }]) => [
      Properties.StateMachineName,
      Properties.StateMachineType,
    ]);
    const journeys = [...Object.keys(workflows.catalogue.journeys), 'Retired'];
    expect(found.toSorted()).toEqual(journeys.map((id) => [`tactful-dev_${id}`, 'EXPRESS']).toSorted());
  });

  it('one goes with its journey and nothing else does, since nobody waits in it', () => {
    const { main: after } = synth({}, without('renewal'));
    const gone = Object.keys(main.all).filter((id) => !(id in after.all));
    expect(gone.map((id) => main.all[id]?.Type)).toEqual(['AWS::StepFunctions::StateMachine']);
    for (const [, { DeletionPolicy = 'Delete' }] of machinesOf(main)) expect(DeletionPolicy).toBe('Delete');
  });

  it('who is in a journey that is gone is asked about by a machine that needs no journey', () => {
    const { States, StartAt } = workflows.machines.Retired!;
    expect(States[StartAt]).toMatchObject({ Type: 'Task', Arguments: { Payload: { task: 'lost' } } });
  });

  it('no other stack holds on to a machine, so that it can be removed', () => {
    const exported = JSON.stringify((main.json as { Outputs?: unknown }).Outputs);
    for (const [id] of machinesOf(main)) expect(exported).not.toContain(id);
    expect(JSON.stringify(operations.json)).toContain(':stateMachine:tactful-dev_renewal');
  });

  it.each([
    ['dev', 'dev-2'],
    ['dev', 'dev-run'],
    ['a', 'a-b-c'],
  ])('what stage %s may start is never a machine of stage %s', (stage, other) => {
    const mine = synth({ stage }).main;
    const start = JSON.stringify(mine.all).match(/stateMachine:(tactful-[^"]*)\*/)?.[1];
    expect(start).toBeTruthy();
    for (const [, { Properties }] of machinesOf(mine)) expect(Properties.StateMachineName).toContain(start);
    for (const [, { Properties }] of machinesOf(synth({ stage: other }).main)) {
      expect(Properties.StateMachineName.startsWith(start)).toBe(false);
    }
  });

  it('definitions are in S3: a template has room for sixty', () => {
    for (const [, { Properties }] of machinesOf(main)) {
      expect(Properties.DefinitionS3Location).toBeDefined();
      expect(Object.keys(Properties.DefinitionSubstitutions)).toEqual(['DeliverFunction', 'AdvanceFunction']);
    }
  });

  it('logs tell of errors without what executions carry, and are forgotten after three months', () => {
    for (const [, { Properties }] of machinesOf(main)) {
      expect(Properties.LoggingConfiguration).toMatchObject({ Level: 'ERROR', IncludeExecutionData: false });
      expect(Properties.TracingConfiguration).toEqual({ Enabled: true });
    }
    const retained = main.of('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.RetentionInDays);
    expect(new Set(retained)).toEqual(new Set([90]));
  });

  it('a name that AWS would refuse is refused with what to do', () => {
    const long = 'a-journey-with-a-name-that-somebody-thought-about-for-a-long-time-and-then-some-more';
    const compiled = { ...workflows, machines: { [long]: Object.values(workflows.machines)[0]! } };
    expect(() => synth({}, compiled)).toThrow(/longer than the 80 characters that AWS allows: give the journey/);
  });

  it.each([4, 60])('%i journeys fit into one stack', (count) => {
    const [machine] = Object.values(workflows.machines);
    const names = Array.from({ length: count }, (_, index) => `journey-${index}`);
    const compiled = { ...workflows, machines: Object.fromEntries(names.map((name) => [name, machine!])) };
    const made = synth({}, compiled);
    for (const { json, all } of [made.main, made.operations]) {
      expect(Object.keys(all).length).toBeLessThan(count + 110);
      expect(JSON.stringify(json).length).toBeLessThan(400_000);
    }
  });
});
