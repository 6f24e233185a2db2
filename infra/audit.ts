import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { TactfulFunction } from './function.ts';
import type { Settings } from './settings.ts';
import type { Tables } from './tables.ts';

interface Audit {
  tables: Tables;
  /** Hashes customers' ids, which are in no line. */
  addressKey: Secret;
}

/** What a function needs to know that writes down who did what. */
export const auditEnvironment = (
  { tables, addressKey }: Audit,
  { auditDays }: Pick<Settings, 'auditDays'>,
): Record<string, string> => ({
  AUDIT_TABLE: tables.audit.tableName,
  AUDIT_DAYS: String(auditDays),
  ADDRESS_KEY_SECRET: addressKey.secretArn,
});

/** Lets a function add lines to the audit log, and nothing else with it. */
export const allowAudit = (fn: TactfulFunction, { tables, addressKey }: Audit): void => {
  fn.allow(['dynamodb:PutItem'], [tables.audit.tableArn]);
  fn.allow(['secretsmanager:GetSecretValue'], [addressKey.secretArn]);
};
