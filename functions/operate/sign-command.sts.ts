import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { SignatureV4 } from '@smithy/signature-v4';
import { commandDigest, Proof, signedHeaders, stsHost, WHO_AM_I } from './proof.ts';

type Credentials = ConstructorParameters<typeof SignatureV4>[0]['credentials'];

interface Signer {
  region: string;
  credentials: Credentials;
  /** Instead of the region's own STS. */
  endpoint?: string | undefined;
}

/** SHA-256 as the signer asks for it. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as string | Uint8Array);
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  reset(): void {}

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
}

/** Signs, as whoever has these credentials, that they ask this of a stage. Nothing is sent. */
export const signCommand = async (
  stage: string,
  right: string,
  command: object,
  { region, credentials, endpoint }: Signer,
): Promise<Proof> => {
  const { SignatureV4 } = await import('@smithy/signature-v4');
  const signer = new SignatureV4({ service: 'sts', region, credentials, sha256: Sha256, applyChecksum: false });
  const hostname = stsHost(region, endpoint);
  const { headers } = await signer.sign({
    ...WHO_AM_I,
    protocol: 'https:',
    hostname,
    headers: signedHeaders(hostname, commandDigest(stage, right, command)),
  });
  const { authorization, 'x-amz-date': date, 'x-amz-security-token': token } = headers;
  return Proof.parse({ authorization, 'x-amz-date': date, ...(token && { 'x-amz-security-token': token }) });
};

/** The region and the credentials that a client has. */
export const signerOf = async ({ config }: LambdaClient, endpoint: string | undefined): Promise<Signer> => ({
  region: await config.region(),
  credentials: config.credentials,
  endpoint,
});
