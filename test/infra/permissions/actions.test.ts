import { describe, expect, it } from 'vitest';
import { list, listOf } from '../support/arns.ts';
import { main, roleOf, statementsOf } from '../support/permissions.ts';
import { COMMON, MAY } from './allowed.ts';

describe('the actions of a function', () => {
  it.each(Object.entries(MAY))('%s may do what it does, and nothing else', (name, actions) => {
    const rights = statementsOf(roleOf(name)).flatMap(({ Action }) => listOf(Action));
    expect([...new Set(rights)].sort()).toEqual([...COMMON, ...actions].sort());
  });

  it('no function has a managed policy', () => {
    const roles = main.of('AWS::IAM::Role').map(([, { Properties }]) => Properties.ManagedPolicyArns);
    expect(roles.filter((arns) => arns !== undefined)).toEqual([]);
  });

  it('what may be done with everything are the actions that know no resource', () => {
    const all = main.of('AWS::IAM::Role').flatMap(([role]) => statementsOf(role));
    const actions = all.filter(({ Resource }) => list(Resource).includes('*')).flatMap(({ Action }) => listOf(Action));
    expect([...new Set(actions)].filter((action) => !/^(xray|logs):/.test(action)).toSorted()).toEqual([
      'dynamodb:ListStreams',
      'scheduler:ListSchedules',
      'ses:GetAccount',
    ]);
  });

  it('no statement allows an action by wildcard', () => {
    const all = main.of('AWS::IAM::Role').flatMap(([role]) => statementsOf(role));
    expect(all.flatMap(({ Action }) => listOf(Action)).filter((action) => action.includes('*'))).toEqual([]);
  });
});
