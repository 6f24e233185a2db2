import { request } from 'node:http';

export interface Asked {
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

/** Asks an HTTP API on loopback by its name, which only browsers can resolve: so it stands in the host. */
export const ask = (
  url: string,
  path: string,
  { method = 'GET', token, body, headers = {} }: Asked = {},
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
