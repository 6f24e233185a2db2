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
  it('there is one for each journey, named after it, Standard', () => {
    const found = machinesOf(main).map(([, { Properties }]) => [
      Properties.StateMachineName,
      Properties.StateMachineType,
    ]);
    const wanted = Object.keys(workflows.catalogue.journeys).map((id) => [`tactful-dev-${id}`, 'STANDARD']);
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  it('each is kept when its journey goes, but not when its first deploy fails', () => {
    for (const [, machine] of machinesOf(main)) {
      expect(machine).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    }
  });

  it('what a removed machine needs to finish stays: its role, its log group, the functions it calls', () => {
    const { main: after } = synth({}, without('renewal'));
    const gone = Object.keys(main.all).filter((id) => !(id in after.all));
    expect(gone.map((id) => main.all[id]?.Type)).toEqual(['AWS::StepFunctions::StateMachine']);
  });

  it('no other stack holds on to a machine, so that it can be removed', () => {
    const exported = JSON.stringify((main.json as { Outputs?: unknown }).Outputs);
    for (const [id] of machinesOf(main)) expect(exported).not.toContain(id);
    expect(JSON.stringify(operations.json)).toContain(':stateMachine:tactful-dev-renewal');
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
      expect(Object.keys(all).length).toBeLessThan(count + 80);
      expect(JSON.stringify(json).length).toBeLessThan(400_000);
    }
  });
});
