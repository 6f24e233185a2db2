import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Facts, lostSince } from './facts.ts';
import { factsOfStacks } from './stacks.ts';

const released = JSON.parse(readFileSync('test/infra/release/released.json', 'utf8')) as {
  version: string;
  stacks: Record<string, Facts>;
};
const now = factsOfStacks();

describe('a deploy over the last release', () => {
  it.each(Object.keys(released.stacks))('replaces and removes nothing of the stack %s that lasts', (stack) => {
    expect(lostSince(released.stacks[stack] ?? {}, now[stack] ?? {})).toEqual([]);
  });

  it('knows the tables, the bus, the API, the queues, the keys and the bucket of that release', () => {
    const types = Object.values(released.stacks.main ?? {}).map(({ type }) => type.replace(/^AWS::/, ''));
    const counts = Object.fromEntries(
      [...new Set(types)].map((type) => [type, types.filter((one) => one === type).length]),
    );
    expect(counts).toMatchObject({
      'DynamoDB::Table': 2,
      'Events::EventBus': 1,
      'ApiGatewayV2::Api': 1,
      'SQS::Queue': 5,
      'SecretsManager::Secret': 2,
      'S3::Bucket': 1,
      'Lambda::EventSourceMapping': 4,
    });
  });

  it('is stopped where a table gets another key or name, or goes', () => {
    const [id = ''] = Object.entries(now.main ?? {}).find(([, { type }]) => type === 'AWS::DynamoDB::Table') ?? [];
    const { [id]: table, ...others } = now.main!;
    const fixed = { ...table!.fixed, TableName: 'other' };
    expect(lostSince(now.main!, { ...others, [id]: { ...table!, fixed } })).toEqual([
      expect.stringMatching(/would be replaced: TableName was tactful-production-.* and is other/),
    ]);
    expect(lostSince(now.main!, others)).toEqual([expect.stringMatching(/\(AWS::DynamoDB::Table\) is gone/)]);
  });
});
