import { createHmac } from 'node:crypto';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type AddressMarks, KnownMark, plainAddress } from '../../../core/customer/model/address-mark.ts';
import { type AddressBook, subjectOfMark } from './address-book.ts';

interface AddressBookDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
  /** Hashes addresses. It never changes: what was hashed by another is not found again. */
  key: () => Promise<string>;
  now: () => number;
}

/** In seconds: addresses that did not exist come to exist, and belong to others. A wish to be left alone has no end. */
const BOUNCE_LASTS = 180 * 86_400;

const NAMES = { '#at': 'at', '#choice': 'choice', '#topic': 'topic', '#about': 'about', '#ttl': 'ttl' };

const isNewer = (mark: KnownMark): string =>
  `attribute_not_exists(#at) OR #at < :at${mark.choice === 'withdrawn' ? ' OR #at = :at' : ''}`;

const markIn = (item: Record<string, AttributeValue>): KnownMark =>
  KnownMark.parse({
    about: item.about?.S,
    at: Number(item.at?.N),
    ...(item.topic?.S === undefined ? {} : { topic: item.topic.S }),
    ...(item.choice?.S === undefined ? {} : { choice: item.choice.S }),
  });

/** Marks of addresses in Records: of one address a partition by a keyed hash, which nobody without the key can look up. */
export const createDynamoAddressBook = ({ client, table, key, now }: AddressBookDeps): AddressBook => {
  const partitionOf = async ({ channel, address }: Pick<AddressMarks, 'channel' | 'address'>) => {
    const text = JSON.stringify([channel, plainAddress(address)]);
    return {
      S: `address#${createHmac('sha256', await key())
        .update(text)
        .digest('hex')
        .slice(0, 40)}`,
    };
  };
  const writeOne = async (pk: AttributeValue, mark: KnownMark): Promise<void> => {
    const { about, topic, choice, at } = mark;
    const values: [name: keyof typeof NAMES, value: string, attribute: AttributeValue][] = [
      ['#about', ':about', { S: about }],
      ['#at', ':at', { N: String(at) }],
      ...(topic === undefined ? [] : [['#topic', ':topic', { S: topic }] satisfies (typeof values)[number]]),
      ...(choice === undefined ? [] : [['#choice', ':choice', { S: choice }] satisfies (typeof values)[number]]),
      ...(about === 'bounced'
        ? [['#ttl', ':ttl', { N: String(Math.ceil(at / 1000) + BOUNCE_LASTS) }] satisfies (typeof values)[number]]
        : []),
    ];
    const update = new UpdateItemCommand({
      TableName: table,
      Key: { pk, sk: { S: subjectOfMark(mark) } },
      UpdateExpression: `SET ${values.map(([name, value]) => `${name} = ${value}`).join(', ')}`,
      ConditionExpression: isNewer(mark),
      ExpressionAttributeNames: Object.fromEntries(values.map(([name]) => [name, NAMES[name]])),
      ExpressionAttributeValues: Object.fromEntries(values.map(([, value, attribute]) => [value, attribute])),
    });
    try {
      await client.send(update);
    } catch (error) {
      // What is newer stays.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };
  return {
    write: async (marks) => {
      for (const { known, ...address } of marks) {
        const pk = await partitionOf(address);
        for (const mark of known) await writeOne(pk, mark);
      }
    },
    read: async (channel, address) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: '#pk = :address',
          ExpressionAttributeNames: { '#pk': 'pk' },
          ExpressionAttributeValues: { ':address': await partitionOf({ channel, address }) },
        }),
      );
      // A record whose time is over may lie there for days.
      return Items.filter(({ ttl }) => ttl?.N === undefined || Number(ttl.N) * 1000 > now()).map(markIn);
    },
  };
};
