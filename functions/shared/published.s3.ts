import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import type { FetchPublished, PublishedObject } from './published.ts';

/** The object of a stage's bucket that says what runs, with its catalogue: one read, so that nobody sees one without the other. */
export const PUBLISHED_KEY = 'published.json';

/** A client that every function has already: its credentials, its connections and its time-outs serve for this too. */
export type Signing = Pick<DynamoDBClient, 'config'>;

interface S3Deps {
  client: Signing;
  bucket: string;
  /** Where S3 is, if not where AWS has it. */
  endpoint: string | undefined;
}

/** What is published could not be read. */
export class PublishedUnreadable extends Error {
  override name = 'PublishedUnreadable';
}

const ATTEMPTS = 3;

const urlOf = ({ bucket, endpoint }: S3Deps, region: string): URL => {
  if (endpoint !== undefined) return new URL(`${endpoint}/${bucket}/${PUBLISHED_KEY}`);
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return new URL(`https://${bucket}.s3.${region}.${domain}/${PUBLISHED_KEY}`);
};

/** Reads what is published with a signed GET. The client of S3 would make the import of every function a third longer. */
export const createS3Published = (deps: S3Deps): FetchPublished => {
  const { config } = deps.client;
  const { credentials, sha256, region, requestHandler, streamCollector } = config;
  const signer = new SignatureV4({ service: 's3', credentials, sha256, region, uriEscapePath: false });
  const get = async (etag: string | undefined) => {
    const { protocol, hostname, port, host, pathname: path } = urlOf(deps, await region());
    const signed = await signer.sign({
      method: 'GET',
      protocol,
      hostname,
      ...(port === '' ? {} : { port: Number(port) }),
      path,
      query: {},
      headers: { host, ...(etag === undefined ? {} : { 'if-none-match': etag }) },
    });
    const { response } = await requestHandler.handle(signed as Parameters<typeof requestHandler.handle>[0]);
    const { statusCode, headers, body } = response;
    return { statusCode, etag: String(headers.etag ?? ''), bytes: await streamCollector(body) };
  };
  return async (etag) => {
    let failure: unknown;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        const answer = await get(etag);
        if (answer.statusCode === 304) return 'same';
        const text = new TextDecoder().decode(answer.bytes);
        if (answer.statusCode === 200) return { etag: answer.etag, published: JSON.parse(text) as PublishedObject };
        const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? 'no code';
        failure = new PublishedUnreadable(
          `What the stage runs, ${PUBLISHED_KEY} of ${deps.bucket}, was answered with ${answer.statusCode}, ${code}. Where nothing was published yet, deploy the stage.`,
        );
        if (answer.statusCode < 500) break;
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };
};
