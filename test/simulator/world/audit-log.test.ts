import { DatabaseSync } from 'node:sqlite';
import { createSqliteAuditLog } from '../../../simulator/world/audit-log.sqlite.ts';
import { auditLogContract } from '../../functions/shared/stores/audit-log.contract.ts';

auditLogContract('SQLite', () => createSqliteAuditLog(new DatabaseSync(':memory:')));
