import type { Statement } from './arns.ts';
import { synth } from './synth.ts';

/** The stage with all its functions. */
export const { main } = synth({ inbox: 'on' });

export const roleOf = (name: string): string => {
  const named = main
    .of('AWS::Lambda::Function')
    .filter(([, fn]) => fn.Properties.FunctionName === `tactful-dev-${name}`);
  return named.map(([, { Properties }]) => Properties.Role['Fn::GetAtt'][0] as string).join();
};

export const statementsOf = (role: string): Statement[] => {
  const attached = main
    .of('AWS::IAM::Policy')
    .filter(([, { Properties }]) => (Properties.Roles as { Ref: string }[]).some(({ Ref }) => Ref === role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
  const inline = (main.all[role]?.Properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[];
  return [...attached, ...inline.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)];
};

/** By which CloudFormation keeps the machines. */
export const keeperOf = (): string =>
  main
    .of('AWS::IAM::Role')
    .map(([id]) => id)
    .find((id) => id.startsWith('PublishMachinesRole')) ?? '';
