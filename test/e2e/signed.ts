import { createHash, createHmac } from 'node:crypto';

export interface Call {
  endpoint: string;
  /** As it is signed, such as `iam`. */
  service: string;
  method?: 'GET' | 'POST' | 'PUT';
  path?: string;
  body?: string;
  headers?: Record<string, string>;
}

export class CallRefused extends Error {
  override name = 'CallRefused';
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const REGION = 'us-east-1';
const KEY = 'test';

/** A call to a service whose client we do not depend on, signed as AWS wants it (Signature Version 4), for the loopback's key. */
export const call = async ({ endpoint, service, method = 'POST', path = '/', body = '', headers = {} }: Call) => {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${stamp.slice(0, 8)}/${REGION}/${service}/aws4_request`;
  const signed: Record<string, string> = { host: new URL(endpoint).host, 'x-amz-date': stamp };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]}\n`).join('');
  const request = [method, path, '', lines, names.join(';'), sha(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', stamp, scope, sha(request)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((derivedKey, part) => hmac(derivedKey, part), `AWS4${KEY}`);
  const signature = createHmac('sha256', key).update(text).digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${KEY}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const answer = await fetch(`${endpoint}${path}`, {
    method,
    ...(method === 'GET' ? {} : { body }),
    headers: { ...headers, 'x-amz-date': stamp, authorization },
  });
  const answerText = await answer.text();
  if (!answer.ok) throw new CallRefused(`${service} answered ${answer.status}: ${answerText.slice(0, 500)}`);
  return answerText;
};
