import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a desk was posted. */
export interface Posted {
  headers: IncomingHttpHeaders;
  body: string;
}

export interface DeskListener {
  /** Where the stage is told that its desk is. */
  url: string;
  /** All that it was posted so far. */
  posted: Posted[];
  /** What the functions of the loopback need to find it. */
  env: NodeJS.ProcessEnv;
  close(): void;
}

const HOST = 'desk.acme.com';

/** The desk of the run, on this machine: it takes everything. */
export const openDeskListener = async (): Promise<DeskListener> => {
  const posted: Posted[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    posted.push({ headers: request.headers, body });
    response.writeHead(200).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://${HOST}`,
    posted,
    env: {
      DESK_HOST: HOST,
      DESK_PORT: String(port),
      NODE_OPTIONS: `--import ${new URL('desk-on-loopback.ts', import.meta.url).href}`,
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
