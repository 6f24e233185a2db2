import { SignatureV4 } from '@smithy/signature-v4';
import type { Signing } from '../shared/published.s3.ts';
import type { SendToDesk } from './post.ts';

interface ConnectDeps {
  /** A client that the function has already: its credentials, its connections and its time-outs serve for this too. */
  client: Signing;
  /** Where Amazon Connect is, if not where AWS has it. */
  endpoint: string | undefined;
}

/** What to look at where AWS refuses, by the type of its error. */
const MENDS: Record<string, string> = {
  ResourceNotFoundException: 'deskInstance and deskFlow name what is not there',
  InvalidRequestException: 'is the flow of deskFlow published, and one of its instance?',
  AccessDeniedException: 'the role of desk may not do that with deskInstance and deskFlow',
  ServiceQuotaExceededException: 'the instance has as many tasks open as its quota lets it',
};

/** The type of an error is a name, and before a colon; its message may repeat what was sent, so nobody writes it down. */
const whyOf = (header: string | undefined): string | undefined => {
  const type = /^\w+/.exec(header ?? '')?.[0];
  if (type === undefined) return undefined;
  return MENDS[type] === undefined ? type : `${type} (${MENDS[type]})`;
};

/** Asks Amazon Connect by a signed request. Its client would be a third of the function, for four requests. */
export const createConnectSend = ({ client, endpoint }: ConnectDeps): SendToDesk => {
  const { credentials, sha256, region, requestHandler, streamCollector } = client.config;
  const signer = new SignatureV4({ service: 'connect', credentials, sha256, region });
  return async ({ method, path = '/', body }) => {
    const { protocol, hostname, port, host } = new URL(endpoint ?? `https://connect.${await region()}.amazonaws.com`);
    const signed = await signer.sign({
      method,
      protocol,
      hostname,
      ...(port === '' ? {} : { port: Number(port) }),
      path,
      query: {},
      headers: { host, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { response } = await requestHandler.handle(signed as Parameters<typeof requestHandler.handle>[0]);
    const { statusCode, headers, body: answered } = response;
    const why = statusCode < 300 ? undefined : whyOf(headers['x-amzn-errortype']);
    const text = answered === undefined ? '' : new TextDecoder().decode(await streamCollector(answered));
    return { status: statusCode, body: text, ...(why !== undefined && { why }) };
  };
};
