import { createServer, request, type Server } from 'node:http';
import type { request as Https } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublic } from '../../../functions/desk/address.ts';
import { createHttpsPost } from '../../../functions/desk/post.https.ts';
import { DeskNotPublic } from '../../../functions/desk/post.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

interface Got {
  method: string | undefined;
  url: string | undefined;
  headers: Record<string, unknown>;
  body: string;
}

/** A server on this machine, what it was asked, and a way to ask it. */
const open = async (status: number, answer: string, headers: Record<string, string> = {}) => {
  const got: Got[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      got.push({ method: request.method, url: request.url, headers: request.headers, body });
      if (status > 0) reply.writeHead(status, headers).end(answer);
    });
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  // Without TLS, which a server of a test has not.
  const post = createHttpsPost({ request: request as typeof Https, mayAsk: () => true, within: 500 });
  const ask = (path = '/tickets') =>
    post({ method: 'POST', url: new URL(`http://127.0.0.1:${port}${path}`), headers: { a: 'b' }, body: '{"ä":1}' });
  return { got, ask, port };
};

describe('a desk', () => {
  it('is asked once, with all of the body', async () => {
    const { got, ask } = await open(201, '{"id":7}');
    expect(await ask()).toEqual({ status: 201, body: '{"id":7}' });
    expect(got).toMatchObject([
      { method: 'POST', url: '/tickets', headers: { a: 'b', 'content-length': '8' }, body: '{"ä":1}' },
    ]);
  });

  it('that leads elsewhere is not followed', async () => {
    const { got, ask, port } = await open(302, '', { location: '/elsewhere' });
    expect(port).toBeGreaterThan(0);
    expect(await ask()).toEqual({ status: 302, body: '' });
    expect(got).toHaveLength(1);
  });

  it('that does not answer is given up', async () => {
    const { ask } = await open(0, '');
    await expect(ask()).rejects.toThrow(/abort|timeout/i);
  });

  it('that answers without end is not heard out', async () => {
    const { ask } = await open(200, 'x'.repeat(100_000));
    await expect(ask()).rejects.toThrow('more than 65536 bytes');
  });

  it.each(['https://127.0.0.1/x', 'https://[::1]/x', 'https://169.254.169.254/latest', 'https://localhost/x'])(
    'in our own network is not asked: %s',
    async (url) => {
      const post = createHttpsPost();
      await expect(post({ method: 'POST', url: new URL(url), headers: {}, body: '' })).rejects.toThrow(DeskNotPublic);
    },
  );
});

describe('an address', () => {
  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '192.169.0.1'])(
    'of the internet may be asked: %s',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
    '2001::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('that is none of the internet may not: %j', (address) => {
    expect(isPublic(address)).toBe(false);
  });
});
