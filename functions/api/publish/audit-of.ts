import type { Act } from '../../shared/stores/audit-log.ts';
import type { Version, Via } from './version.ts';

/** Who says that it was they who published. */
const VOUCHED: Record<Via, Act['who']['vouched']> = { console: 'sign-in', command: 'iam', deploy: 'nobody' };

/** A publication, as the audit log has it: without the note, which is on record with the version. */
export const auditOf = ({ version, parent, restores, by, via, at }: Version): Act => ({
  who: { name: by, vouched: by === 'unknown' ? 'nobody' : VOUCHED[via] },
  right: 'publish',
  at,
  act: restores === undefined ? 'publish' : 'rollback',
  subject: { kind: 'version', id: String(version) },
  before: { version: parent ?? null },
  after: { version },
  request: `version-${version}`,
});
