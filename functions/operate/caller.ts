import type { Act } from '../shared/stores/audit-log.ts';
import type { Proof } from './proof.ts';

/** IAM does not stand by a proof: it is of another command, too old, or made up. */
export class ProofRefused extends Error {
  override name = 'ProofRefused';
}

/** Port: who asks, by a proof of a command, and who vouches for it. Throws ProofRefused. */
export type IdentifyCaller = (proof: Proof | undefined, command: string) => Promise<Act['who']>;

/** Whether somebody acts by a role of this name, of which IAM says so; nobody does where there is none. */
export const byRole =
  (role: string | undefined) =>
  ({ name, vouched }: Act['who']): boolean =>
    vouched === 'iam' && role !== undefined && /:assumed-role\/([^/]+)\//.exec(name)?.[1] === role;

/** Somebody whom IAM lets invoke the function, and who did not say more. */
export const UNNAMED: Act['who'] = { name: 'unknown', vouched: 'nobody' };
