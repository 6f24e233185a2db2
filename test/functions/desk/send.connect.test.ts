import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAsk } from '../../../functions/desk/ask.ts';
import { openConnect } from '../../../functions/desk/places.ts';
import { createConnectSend } from '../../../functions/desk/send.connect.ts';

interface Request {
  method: string | undefined;
  url: string | undefined;
  headers: Record<string, unknown>;
  body: string;
}

const requests: Request[] = [];
let answer: { status: number; type?: string; body: string } = { status: 200, body: '{}' };
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  requests.push({ method: request.method, url: request.url, headers: request.headers, body });
  const headers = answer.type === undefined ? {} : { 'x-amzn-errortype': answer.type };
  response.writeHead(answer.status, headers).end(answer.body);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
const client = new DynamoDBClient({
  region: 'eu-west-1',
  credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
});
const send = createConnectSend({ client, endpoint: `http://${host}` });

afterAll(() => {
  client.destroy();
  server.close();
});

beforeEach(() => {
  requests.length = 0;
});

/** Signature Version 4, worked out by other code than ours. */
const signatureOf = ({ method, url, headers, body }: Request): string => {
  const [, scope = '', names = ''] =
    /Credential=id\/(\S+), SignedHeaders=(\S+), /.exec(String(headers.authorization)) ?? [];
  const lines = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const canonical = [method, url, '', lines.join(''), names, hash(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((key, part) => createHmac('sha256', key).update(part).digest(), 'AWS4secret');
  return createHmac('sha256', key).update(text).digest('hex');
};

describe('Amazon Connect', () => {
  it('is asked by a request that is signed for it, body and all', async () => {
    answer = { status: 200, body: '{"ContactId":"c1"}' };
    expect(await send({ method: 'PUT', path: '/contact/task', body: { Name: 'Ä' } }, '')).toEqual({
      status: 200,
      body: '{"ContactId":"c1"}',
    });
    const [request] = requests as [Request];
    expect(request).toMatchObject({ method: 'PUT', url: '/contact/task', body: '{"Name":"Ä"}' });
    expect(request.headers.authorization).toMatch(/Credential=id\/\d{8}\/eu-west-1\/connect\/aws4_request/);
    expect(request.headers.authorization).toContain(`Signature=${signatureOf(request)}`);
  });

  it('is looked at by a request without a body', async () => {
    answer = { status: 200, body: '{}' };
    await send({ method: 'GET', path: '/contacts/i1/c1' }, '');
    const [request] = requests as [Request];
    expect(request).toMatchObject({ method: 'GET', url: '/contacts/i1/c1', body: '' });
    expect(request.headers.authorization).toContain(`Signature=${signatureOf(request)}`);
  });

  it.each([
    [404, 'ResourceNotFoundException', /404, ResourceNotFoundException \(deskInstance and deskFlow name what is not/],
    [400, 'InvalidRequestException:http://internal.amazon.com/x', /InvalidRequestException \(is the flow of deskFlow/],
    [403, 'AccessDeniedException', /AccessDeniedException \(the role of desk may not/],
    [402, 'ServiceQuotaExceededException', /as many tasks open as its quota/],
    [429, 'ThrottlingException', /429, ThrottlingException\. What was posted comes again/],
    [500, undefined, /answered 500\. What/],
  ])('says what it refused by %i %s, and nothing of what was sent', async (status, type, says) => {
    answer = { status, body: '{"Message":"Ada is not valid"}', ...(type !== undefined && { type }) };
    const counted: string[] = [];
    const asking = createAsk({ send, count: (name) => counted.push(name) })({ method: 'POST', path: '/contact/stop' });
    await expect(asking).rejects.toThrow(says);
    await expect(asking).rejects.not.toThrow(/Ada/);
    expect(counted).toEqual(['DeskRefused']);
  });

  it('is where AWS has it if nothing else is said, and takes nothing by HTTP', async () => {
    const requests: { hostname: string }[] = [];
    const { config } = client;
    const handle = async (request: { hostname: string }) => {
      requests.push(request);
      return { response: { statusCode: 200, headers: {}, body: undefined } };
    };
    const elsewhere = createConnectSend({
      client: { config: { ...config, requestHandler: { ...config.requestHandler, handle } } } as never,
      endpoint: undefined,
    });
    expect(await elsewhere({ method: 'GET', path: '/' }, '')).toEqual({ status: 200, body: '' });
    expect(requests[0]?.hostname).toBe('connect.eu-west-1.amazonaws.com');
    const setup = { instance: 'i1', flow: 'f1' };
    const place = openConnect({
      tickets: { find: async () => undefined, keep: async () => {} },
      setup,
      send,
      publish: async () => {},
      count: () => {},
    });
    expect(await place.answers({ headers: {}, body: '{}' })).toBe(404);
  });
});
