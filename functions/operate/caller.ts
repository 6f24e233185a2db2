import type { Act } from '../shared/stores/audit-log.ts';
import type { Proof } from './proof.ts';

/** IAM does not stand by a proof: it is of another command, too old, or made up. */
export class ProofRefused extends Error {
  override name = 'ProofRefused';
}

/** Port: who asks, by a proof of a command, and who vouches for it. Throws ProofRefused. */
export type IdentifyCaller = (proof: Proof | undefined, command: string) => Promise<Act['who']>;

/** A role's ARN: with its path, which the ARN of who acts by it leaves out. */
const ROLE = /^arn:([^:]+):iam::(\d+):role\/(?:.*\/)?([^/]+)$/;

/**
 * Whether somebody acts by the role of this ARN, of which IAM says so; nobody does where there is none. The account belongs to it:
 * STS vouches for roles of any, and in theirs people name them as they like.
 */
export const byRole = (role: string | undefined) => {
  const [, partition, account, named] = ROLE.exec(role ?? '') ?? [];
  const sessions = `arn:${partition}:sts::${account}:assumed-role/${named}/`;
  return ({ name, vouched }: Act['who']): boolean =>
    vouched === 'iam' && named !== undefined && name.startsWith(sessions);
};

/** Somebody whom IAM lets invoke the function, and who did not say more. */
export const UNNAMED: Act['who'] = { name: 'unknown', vouched: 'nobody' };
