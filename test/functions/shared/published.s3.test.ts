import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createS3Published } from '../../../functions/shared/published.s3.ts';

type Answer = { status: number; etag?: string; body?: string };

let answers: Answer[] = [];
const requests: IncomingMessage[] = [];
const server = createServer((request, response) => {
  requests.push(request);
  const { status, etag, body } = answers.shift() ?? { status: 500 };
  response.writeHead(status, etag === undefined ? {} : { etag }).end(body);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const client = new DynamoDBClient({
  endpoint,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
});
const fetch = createS3Published({ client, bucket: 'workflows', endpoint });

afterAll(() => {
  client.destroy();
  server.close();
});

beforeEach(() => {
  answers = [];
  requests.length = 0;
});

describe('what is published, in S3', () => {
  it('is one object, asked for with a signature for S3 and the etag of the copy', async () => {
    answers = [{ status: 200, etag: '"a"', body: '{"format":1,"number":3,"catalogue":{}}' }, { status: 304 }];
    expect(await fetch(undefined)).toEqual({ etag: '"a"', published: { format: 1, number: 3, catalogue: {} } });
    expect(await fetch('"a"')).toBe('same');
    const [first, second] = requests;
    expect(first?.url).toBe('/workflows/published.json');
    expect(first?.headers.authorization).toMatch(/Credential=id\/\d{8}\/eu-west-1\/s3\/aws4_request/);
    expect(first?.headers['if-none-match']).toBeUndefined();
    expect(second?.headers['if-none-match']).toBe('"a"');
  });

  it('is asked for again where S3 has a bad moment', async () => {
    answers = [{ status: 503 }, { status: 200, etag: '"a"', body: '{"format":1,"number":1,"catalogue":{}}' }];
    expect(await fetch(undefined)).toMatchObject({ etag: '"a"' });
  });

  it('says what S3 answered where there is none, and what to do, and does not ask again', async () => {
    answers = [{ status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }];
    await expect(fetch(undefined)).rejects.toThrow(
      /published.json of workflows, was answered with 404, NoSuchKey. Where nothing was published yet, deploy the stage/,
    );
    expect(requests).toHaveLength(1);
  });
});
