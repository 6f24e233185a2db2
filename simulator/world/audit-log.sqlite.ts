import type { DatabaseSync } from 'node:sqlite';
import {
  AUDIT_PAGE,
  AuditLine,
  type AuditLog,
  auditedSubject,
  auditLine,
} from '../../functions/shared/stores/audit-log.ts';

/** Of one machine, whose customers nobody else has. */
const LOCAL_KEY = 'the key of a log that is on one machine';

/** What people did, in SQLite. */
export const createSqliteAuditLog = (db: DatabaseSync): AuditLog => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS audit (place TEXT PRIMARY KEY, subject TEXT NOT NULL, line TEXT NOT NULL) WITHOUT ROWID',
  );
  const insert = db.prepare('INSERT OR IGNORE INTO audit (place, subject, line) VALUES (?, ?, ?)');
  const select = db.prepare(
    "SELECT place, line FROM audit WHERE place < ? AND (subject = ? OR ? = '') ORDER BY place DESC LIMIT ?",
  );
  return {
    append: async (act) => {
      const line = auditLine(LOCAL_KEY, act);
      const { kind, id } = line.subject ?? { kind: '', id: '' };
      insert.run(`${line.at}#${line.id}`, `${kind}#${id}`, JSON.stringify(line));
    },
    page: async ({ after = '~', count = AUDIT_PAGE, about } = {}) => {
      const audited = about && auditedSubject(LOCAL_KEY, about);
      const subject = audited ? `${audited.kind}#${audited.id}` : '';
      const rows = select.all(after, subject, subject, count) as { place: string; line: string }[];
      const last = rows.at(-1);
      return {
        items: rows.map(({ line }) => AuditLine.parse(JSON.parse(line))),
        ...(rows.length === count && last && { next: last.place }),
      };
    },
  };
};
