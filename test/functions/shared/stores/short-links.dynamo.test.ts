import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createDynamoShortLinks } from '../../../../functions/shared/stores/short-links.dynamo.ts';
import { T0 } from '../../../support/customer.ts';

it('what a short link stands for is found until its time is over, also while its record still lies there', async () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const items = new Map<string, object>();
  mock.on(PutItemCommand).callsFake(({ Item }) => void items.set(`${Item.pk.S} ${Item.sk.S}`, Item));
  mock.on(GetItemCommand).callsFake(({ Key }) => ({ Item: items.get(`${Key.pk.S} ${Key.sk.S}`) }));
  const clock = { now: T0 };
  const links = createDynamoShortLinks({ client, table: 'Records', kind: 'link', now: () => clock.now });
  await links.keep({ code: 'abc', target: 'answer/sealed', until: T0 + 1000 });
  expect([...items.keys()]).toEqual(['link#abc target']);
  expect(await links.find('abc')).toBe('answer/sealed');
  expect(await links.find('abd')).toBeUndefined();
  const addresses = createDynamoShortLinks({ client, table: 'Records', kind: 'reply', now: () => clock.now });
  expect(await addresses.find('abc')).toBeUndefined();
  clock.now += 1000;
  expect(await links.find('abc')).toBeUndefined();
});
