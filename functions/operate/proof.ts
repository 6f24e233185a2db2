import * as z from 'zod';
import { digest } from '../../core/hash.ts';

/**
 * Who asks, in a form that IAM vouches for: the headers of a signed request to STS that asks "who am I", which whoever gets
 * it may send on. They are good for this command to this function alone, since its digest is one of the headers signed.
 */
export const Proof = z.strictObject({
  authorization: z.string(),
  'x-amz-date': z.string(),
  'x-amz-security-token': z.string().optional(),
});
export type Proof = z.infer<typeof Proof>;

/** What the proof is for, in a header of its own. */
const COMMAND_HEADER = 'x-tactful-command';

/** The one request that is ever sent with it. */
export const WHO_AM_I = { method: 'POST', path: '/', body: 'Action=GetCallerIdentity&Version=2011-06-15' } as const;

/** Where STS of a region answers, or what stands in for all of AWS at an endpoint. */
export const stsHost = (region: string, endpoint?: string): string =>
  endpoint === undefined
    ? `sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`
    : new URL(endpoint).host;

/** A command to a function of a stage, as a proof names it, in whatever order it was written. */
export const commandDigest = (stage: string, right: string, command: object): string => {
  const entries = Object.entries(command).filter(([, value]) => value !== undefined);
  return digest([stage, right, JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))], 64);
};

/** The headers that are signed beside those of the signature. */
export const signedHeaders = (host: string, command: string): Record<string, string> => ({
  host,
  'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  [COMMAND_HEADER]: command,
});

/** As our signer writes it, to the letter: what has a second list of headers could be read by STS in another way than here. */
const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=[\w/+=.-]+, SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}$/;

/** Whether the signature is of all these headers: STS looks at those alone that the proof itself lists. */
export const isSignedOver = ({ authorization }: Proof, headers: readonly string[]): boolean => {
  const headerNames = AUTHORIZATION.exec(authorization)?.[1]?.split(';');
  return headerNames !== undefined && headers.every((header) => headerNames.includes(header));
};
