import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface RequestOptions {
  method?: string;
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON was answered.
  json: any;
}

/** How often the console asks, and in milliseconds how long it waits before it does so again. */
const TRIES = 3;
const APART = 1000;

/** What changes nothing a second time: a look, and what says by an id that it is the same request. */
const mayRepeat = ({ method = 'GET', body }: RequestOptions): boolean =>
  method === 'GET' || (typeof body === 'object' && body !== null && 'request' in body);

const isBusy = ({ status }: Answered): boolean => status === 429 || status >= 500;

/**
 * Asks an HTTP API on loopback by its name, which only browsers can resolve: so it stands in the host. Asks again, as the console does,
 * where it is too busy to answer.
 */
export const ask = async (url: string, path: string, options: RequestOptions = {}): Promise<Answered> => {
  for (let tries = 1; ; tries++) {
    const answered = await askOnce(url, path, options);
    if (!isBusy(answered) || !mayRepeat(options) || tries === TRIES) return answered;
    await pause(APART);
  }
};

const askOnce = (
  url: string,
  path: string,
  { method = 'GET', token, body, headers = {} }: RequestOptions,
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { host, port } = new URL(url);
    const sent = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          host,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(sent === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = /json/.test(answer.headers['content-type'] ?? '');
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text,
            json: isJson ? JSON.parse(text) : undefined,
          });
        });
      },
    );
    asking.on('error', reject);
    asking.end(sent);
  });
