import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** The port is taken, or not ours to take. */
export class PortUnavailable extends Error {
  override name = 'PortUnavailable';
}

export interface Serving {
  port: number;
  /** Answers what is being asked, then closes. */
  close(): Promise<void>;
}

const listen = async (app: Hono, hostname: string, port: number): Promise<Server> => {
  const server = createAdaptorServer({ fetch: app.fetch, hostname }) as Server;
  server.listen(port, hostname);
  await once(server, 'listening');
  return server;
};

const close = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await closed;
};

const asPort = (error: unknown, port: number): unknown => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new PortUnavailable(`Port ${port} is in use. Stop what uses it, or choose another with --port.`);
  }
  if (code === 'EACCES')
    return new PortUnavailable(`Port ${port} needs more rights. Choose one above 1023 with --port.`);
  return error;
};

/** Serves on this machine alone, on 127.0.0.1 and, where there is one, on ::1. Port 0 takes a free one. Throws PortUnavailable. */
export const serveLocally = async (app: Hono, port: number): Promise<Serving> => {
  const servers: Server[] = [];
  try {
    servers.push(await listen(app, '127.0.0.1', port));
    const address = servers[0]?.address();
    const boundPort = typeof address === 'object' && address ? address.port : port;
    try {
      servers.push(await listen(app, '::1', boundPort));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw error;
    }
    return { port: boundPort, close: async () => void (await Promise.all(servers.map(close))) };
  } catch (error) {
    await Promise.all(servers.map(close));
    throw asPort(error, port);
  }
};
