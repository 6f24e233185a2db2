import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

let tables = 0;

const create = async (client: DynamoDBClient, name: string, ...keys: string[]): Promise<string> => {
  const TableName = `${name}-${process.pid}-${++tables}`;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    }),
  );
  return TableName;
};

/** A new empty Customers table, as the stack has it. */
export const newCustomers = (client: DynamoDBClient): Promise<string> => create(client, 'customers', 'id');

/** A new empty Records table, likewise. */
export const newRecords = (client: DynamoDBClient): Promise<string> => create(client, 'records', 'pk', 'sk');
