import { describe, expect, it } from 'vitest';
import { list, listOf, type Statement } from '../support/arns.ts';
import { main, roleOf, statementsOf } from '../support/permissions.ts';
import { type Resource, synth } from '../support/synth.ts';

describe('who may call a function', () => {
  it('machines may call deliver and advance, and no other function', () => {
    const [role] = main.of('AWS::IAM::Role').find(([id]) => id.startsWith('JourneysRole')) as [string, Resource];
    const invoke = statementsOf(role).filter(({ Action }) => listOf(Action).includes('lambda:InvokeFunction'));
    const called = invoke.flatMap(({ Resource }) => list(Resource)) as { 'Fn::GetAtt': [string, string] }[];
    const nameOf = (id: string) => main.all[id]?.Properties.FunctionName as string;
    expect(called.map((arn) => nameOf(arn['Fn::GetAtt'][0])).sort()).toEqual([
      'tactful-dev-advance',
      'tactful-dev-deliver',
    ]);
  });

  it.each(['dev', 'production'])('machines are published with what they may call, on the stage %s', (stage) => {
    const { all, of } = synth({ stage }).main;
    const [, fn] = of('AWS::Lambda::Function').find(
      ([, { Properties }]) => Properties.FunctionName === `tactful-${stage}-publish`,
    ) as [string, Resource];
    const { DELIVER_FUNCTION, ADVANCE_FUNCTION } = fn.Properties.Environment.Variables;
    const role = Object.entries(all).find(
      ([id, { Type }]) => Type === 'AWS::IAM::Role' && id.startsWith('JourneysRole'),
    );
    const policies = role?.[1].Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[];
    const [invoke] = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Action }) => listOf(Action).includes('lambda:InvokeFunction'));
    expect(list(invoke?.Resource)).toEqual([ADVANCE_FUNCTION, DELIVER_FUNCTION]);
  });

  it('an operator may call relay and intake, and no other function', () => {
    const invoke = statementsOf(roleOf('operate')).filter(({ Action }) =>
      listOf(Action).includes('lambda:InvokeFunction'),
    );
    const called = invoke.flatMap(({ Resource }) => list(Resource)) as { 'Fn::GetAtt': [string, string] }[];
    expect(invoke).toHaveLength(1);
    expect(called.map((arn) => main.all[arn['Fn::GetAtt'][0]]?.Properties.FunctionName).toSorted()).toEqual([
      'tactful-dev-intake',
      'tactful-dev-relay',
    ]);
  });
});
