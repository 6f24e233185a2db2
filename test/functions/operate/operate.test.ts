import { DeleteItemCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../functions/customer/state.ts';
import { createDynamoFlags } from '../../../functions/operate/flags.dynamo.ts';
import { createOperate } from '../../../functions/operate/operate.ts';
import { catalogue } from '../../support/catalogue.ts';

const memory = (...paused: string[]) => {
  const set = new Set(paused);
  return {
    set,
    paused: async () => [...set],
    pause: async (journey: string) => void set.add(journey),
    resume: async (journey: string) => void set.delete(journey),
  };
};

const setting = (flags = memory()) => ({
  catalogue: catalogue(),
  flags,
  store: { load: async (id: string) => (id === 'ada' ? emptyCustomer('ada', 0) : undefined) },
  held: { page: async () => ({ items: [1], next: 'b' }) },
});

describe('an operator', () => {
  it('pauses and resumes a journey, and may say so twice', async () => {
    const flags = memory();
    const operate = createOperate(setting(flags));
    for (const _ of [1, 2]) expect(await operate({ command: 'pause', journey: 'hello' })).toMatchObject({ ok: true });
    expect(await operate({ command: 'paused' })).toEqual({ ok: true, lines: ['hello'] });
    for (const _ of [1, 2]) expect(await operate({ command: 'resume', journey: 'hello' })).toMatchObject({ ok: true });
    expect([...flags.set]).toEqual([]);
  });

  it('is told which journeys there are instead of pausing none', async () => {
    const flags = memory();
    const answer = await createOperate(setting(flags))({ command: 'pause', journey: 'helo' });
    expect(answer).toEqual({ ok: false, lines: ['No journey "helo" is deployed here. There is hello, repair.'] });
    expect([...flags.set]).toEqual([]);
  });

  it('can resume a journey that has left the catalogue', async () => {
    const flags = memory('gone');
    const operate = createOperate(setting(flags));
    expect(await operate({ command: 'resume', journey: 'gone' })).toMatchObject({ ok: true });
    expect([...flags.set]).toEqual([]);
  });
});

describe('an operator who reads', () => {
  const operate = createOperate(setting());

  it('gets the item of a customer, if there is one', async () => {
    const state = (customer: string) => operate({ command: 'read', customer, part: 'state' });
    expect((await state('ada')).items).toMatchObject([{ id: 'ada' }]);
    expect((await state('bob')).items).toEqual([]);
  });

  it('gets records a page at a time', async () => {
    const page = await operate({ command: 'read', customer: 'ada', part: 'timeline', after: 'a' });
    expect(page).toEqual({ ok: true, lines: [], items: [1], next: 'b' });
  });
});

describe('flags in DynamoDB', () => {
  it('are an item each, below one key', async () => {
    const client = new DynamoDBClient({ region: 'eu-west-1' });
    const mock = mockClient(client);
    mock
      .on(QueryCommand)
      .resolvesOnce({ Items: [{ sk: { S: 'a' } }], LastEvaluatedKey: { pk: { S: 'flag#paused' }, sk: { S: 'a' } } })
      .resolvesOnce({ Items: [{ sk: { S: 'b' } }] });
    const flags = createDynamoFlags({ client, table: 'records' });
    await flags.pause('renewal');
    await flags.resume('renewal');
    const key = { pk: { S: 'flag#paused' }, sk: { S: 'renewal' } };
    expect(mock.commandCalls(PutItemCommand)[0]?.args[0].input).toEqual({ TableName: 'records', Item: key });
    expect(mock.commandCalls(DeleteItemCommand)[0]?.args[0].input).toEqual({ TableName: 'records', Key: key });
    expect(await flags.paused()).toEqual(['a', 'b']);
  });
});
