import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { carryOn, lookAtStream } from '../../../../functions/operate/redrive/carry-on.ts';
import { createS3GivenUp } from '../../../../functions/operate/redrive/given-up.s3.ts';
import { readGivenUp } from '../../../../functions/operate/redrive/given-up.ts';

const givenUpOf = (objects: Map<string, string>) => ({
  list: async () => [...objects.keys()].sort(),
  read: async (name: string) => objects.get(name) ?? '',
  remove: async (name: string) => void objects.delete(name),
});
const record = (name: string): string =>
  JSON.stringify({
    requestContext: { condition: 'RetryAttemptsExhausted' },
    payload: JSON.stringify({ Records: [name] }),
  });

const setting = (...names: string[]) => {
  const objects = new Map(names.map((name) => [name, record(name)]));
  const carried: string[] = [];
  const broken = new Set<string>();
  const clock = { now: 0 };
  const carry = async (batch: object) => {
    const [name = ''] = (batch as { Records: string[] }).Records;
    clock.now += 9000;
    carried.push(name);
    return !broken.has(name);
  };
  return { objects, carried, broken, clock, place: { givenUp: givenUpOf(objects), carry, now: () => clock.now } };
};

describe('batches that the stream gave up on', () => {
  it('are carried on from the oldest on, and are gone then', async () => {
    const { place, carried, objects } = setting('2', '1');
    expect(await carryOn(place)).toMatchObject({ found: { RetryAttemptsExhausted: 2 }, moved: 2, left: 0, done: true });
    expect(carried).toEqual(['1', '2']);
    expect(objects.size).toBe(0);
  });

  it('stay if they fail again, and those after them go', async () => {
    const { place, broken, objects } = setting('1', '2');
    broken.add('1');
    expect(await carryOn(place)).toMatchObject({ moved: 1, kept: 1, left: 1, done: true });
    expect([...objects.keys()]).toEqual(['1']);
  });

  it('are carried on a few in a call, and the next call passes over those that failed', async () => {
    const { place, broken, carried } = setting('1', '2', '3', '4', '5');
    broken.add('1');
    const first = await carryOn(place);
    expect(first).toMatchObject({ moved: 2, kept: 1, left: 3, done: false });
    expect(await carryOn(place, first.kept)).toMatchObject({ moved: 2, done: true });
    expect(carried).toEqual(['1', '2', '3', '4', '5']);
  });

  it('are carried on however long it takes to list them', async () => {
    const { place, objects, clock } = setting('1', '2');
    const list = async () => {
      clock.now += 30_000;
      return [...objects.keys()];
    };
    expect(await carryOn({ ...place, givenUp: { ...place.givenUp, list } })).toMatchObject({ moved: 2, done: true });
  });

  it('that cannot be read stay where they are, and are told', async () => {
    const { place, objects } = setting();
    objects.set('1', '{"payload": "no batch"}');
    expect(await lookAtStream(place)).toMatchObject({ found: { unreadable: 1 }, left: 1 });
    expect(await carryOn(place)).toMatchObject({ moved: 0, kept: 1 });
    expect(objects.size).toBe(1);
  });

  it('are read as Lambda writes them: the batch as text, or as it is', () => {
    const batch = { Records: [1] };
    for (const payload of [batch, JSON.stringify(batch)]) {
      expect(readGivenUp(JSON.stringify({ payload, version: '1.0' }))).toEqual({ batch, reason: 'unknown' });
    }
  });

  it('are in the order of their times, whatever shard they are of', async () => {
    const client = new S3Client({ region: 'eu-west-1' });
    const mock = mockClient(client);
    const key = (shard: string, time: string) => ({ Key: `aws/lambda/m/${shard}/2026/03/02/2026-03-02T${time}-x` });
    mock
      .on(ListObjectsV2Command)
      .resolvesOnce({ Contents: [key('a', '12.00.00')], IsTruncated: true, NextContinuationToken: 'n' })
      .resolvesOnce({ Contents: [key('b', '10.00.00'), key('b', '13.00.00')] });
    mock.on(GetObjectCommand).resolves({});
    const names = await createS3GivenUp({ client, bucket: 'given-up' }).list();
    expect(names.map((name) => name.slice(-10, -2))).toEqual(['10.00.00', '12.00.00', '13.00.00']);
  });
});
