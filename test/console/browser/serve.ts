import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { ROLES } from '../../../console/shared/session/local.ts';
import type { Role } from '../../../functions/api/contract/roles.ts';
import { type Fakes, fakeApi } from '../support/fake-api.ts';

const SITE = 'console/dist';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** As strict as where it is served: a page that needs more breaks here. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

const sendFile = async (path: string, response: ServerResponse): Promise<void> => {
  // Pages may end like files: customers and drafts have dots in their names.
  const name = path.startsWith('/assets/') || path === '/icon.svg' ? path : '/index.html';
  const body = await readFile(join(SITE, name));
  response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? '', 'content-security-policy': POLICY });
  response.end(body);
};

export interface Served {
  url: string;
  close: () => Promise<void>;
}

/** The built console, with a fake of the API behind it. A role that the page chose counts. */
export const serveConsole = async (world: (role: Role) => Fakes): Promise<Served> => {
  const apis = new Map<string, ReturnType<typeof fakeApi>>();
  const apiOf = (role: string) => {
    const known = apis.get(role) ?? fakeApi(world(ROLES.find((one) => one === role) ?? 'admin'));
    apis.set(role, known);
    return known;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith('/api/')) return sendFile(pathname, response);
    const { method = 'GET', headers } = request;
    const body = await bodyOf(request);
    const etag = headers['if-match'];
    const answered = await apiOf(String(headers['x-tactful-role'] ?? 'admin')).fetch(request.url ?? '/', {
      method,
      ...(body === '' ? {} : { body }),
      ...(etag === undefined ? {} : { headers: { 'if-match': etag } }),
    });
    response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? '' });
    response.end(await answered.text());
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ type: 'about:blank', title: 'Broken', status: 500, detail: String(error) }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
