import { describe, expect, it } from 'vitest';
import { list, listOf } from '../support/arns.ts';
import { main, roleOf, statementsOf } from '../support/permissions.ts';
import type { Resource } from '../support/synth.ts';
import { MAY } from './allowed.ts';

describe('permissions on data', () => {
  it('the audit log is added to by what people ask, and nobody may change or remove a line of it', () => {
    const [[audit]] = main
      .of('AWS::DynamoDB::Table')
      .filter(([, { Properties }]) => Properties.TableName === 'tactful-dev-audit') as [[string, Resource]];
    const nameOf = (role: string) => Object.keys(MAY).find((name) => roleOf(name) === role);
    const rights = main.of('AWS::IAM::Role').flatMap(([role]) =>
      statementsOf(role)
        .filter(({ Resource }) => JSON.stringify(Resource ?? '').includes(`"${audit}"`))
        .map(({ Action }) => [nameOf(role), ...listOf(Action)]),
    );
    expect(rights.toSorted()).toEqual([
      ['api', 'dynamodb:PutItem', 'dynamodb:Query'],
      ['operate', 'dynamodb:PutItem'],
      ['operate-erase', 'dynamodb:PutItem'],
      ['operate-read', 'dynamodb:PutItem'],
      ['publish', 'dynamodb:PutItem'],
    ]);
  });

  it('records are for each function those of its own kinds', () => {
    const kindsOf = (name: string) =>
      statementsOf(roleOf(name)).flatMap(({ Condition }) =>
        list(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []).flat(),
      );
    const names = Object.keys(MAY);
    expect(Object.fromEntries(names.map((name) => [name, [...new Set(kindsOf(name))].toSorted()]))).toEqual({
      intake: ['broadcast#*', 'budget#*', 'correspondent#*', 'count#*', 'flag#*', 'past#*'],
      deliver: ['address#*', 'budget#*', 'correspondent#*', 'flag#*', 'inbox#*', 'link#*', 'pace#*', 'reply#*'],
      capacity: ['crowd#*', 'queue#*'],
      broadcast: ['broadcast#*', 'crowd#*', 'theme#*'],
      inbound: ['reply#*'],
      advance: ['budget#*', 'flag#*'],
      relay: ['address#*', 'budget#*', 'customer#*', 'task#*'],
      census: [
        ...['census#*', 'count#*', 'crowd#*', 'directory#*', 'people#*', 'queue#*', 'resting#*', 'theme#*'],
        'upcoming#*',
      ],
      effects: ['crowd#*', 'customer#*', 'directory#*', 'flag#*', 'inbox#*', 'note#*', 'past#*', 'queue#*', 'task#*'],
      inbox: ['inbox#*', 'nonce#*'],
      preferences: ['budget#*', 'customer#*', 'inbox#*', 'link#*', 'note#*', 'past#*'],
      api: [
        'broadcast#*',
        'budget#*',
        'count#*',
        'crowd#*',
        'customer#*',
        'directory#*',
        'flag#*',
        'inbox#*',
        'note#*',
        'past#*',
        'people#*',
        'queue#*',
        'resting#*',
        'task#*',
        'upcoming#*',
      ],
      operate: ['broadcast#*', 'flag#*'],
      'operate-read': ['count#*', 'customer#*', 'flag#*', 'inbox#*', 'note#*', 'past#*'],
      'operate-erase': ['customer#*', 'flag#*', 'inbox#*', 'note#*', 'past#*'],
      publish: [],
    });
  });

  it.each([
    ['relay', 'a commit and the work in it', 'BatchWriteItem', ['customer#c-1', 'task#2026-11-28']],
    [
      'effects',
      'what an erasure removes',
      'BatchWriteItem',
      ['customer#c-1', 'task#2026-11-28', 'queue#over', 'crowd#f-1'],
    ],
    ['effects', 'by what somebody is found', 'BatchWriteItem', ['directory#email', 'directory#of']],
    ['census', 'work in its lists', 'BatchWriteItem', ['queue#open', 'crowd#f-1']],
    ['census', 'a mark, in a transaction with counts', 'PutItem', ['census#s-1', 'count#renewal', 'resting#renewal']],
    ['census', 'counts, in a transaction', 'UpdateItem', ['census#s-1', 'count#renewal', 'upcoming#1', 'crowd#f-1']],
  ])('%s may write %s in one request: one statement allows all keys of it', (name, _, action, keys) => {
    const isFor = (pattern: unknown, key: string) => key.startsWith(String(pattern).replace(/\*$/, ''));
    const allowing = statementsOf(roleOf(name)).filter(({ Action, Condition }) => {
      const patterns = list(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []).flat();
      return (
        listOf(Action).includes(`dynamodb:${action}`) && keys.every((key) => patterns.some((one) => isFor(one, key)))
      );
    });
    expect(allowing).toHaveLength(1);
  });

  it('what is published is read by itself: no function but publish and the console reads another object of that bucket', () => {
    const [[bucket]] = main.of('AWS::S3::Bucket').filter(([id]) => id.startsWith('Published')) as [[string, Resource]];
    for (const name of Object.keys(MAY).filter((each) => !['publish', 'api'].includes(each))) {
      const reads = statementsOf(roleOf(name)).filter(({ Resource }) =>
        JSON.stringify(Resource ?? '').includes(bucket),
      );
      for (const { Action, Resource } of reads) {
        expect([Action, JSON.stringify(Resource)]).toEqual([
          's3:GetObject',
          expect.stringContaining('/published.json"'),
        ]);
      }
    }
  });
});
