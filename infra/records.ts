import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { TactfulFunction } from './function.ts';

/** Kinds of records, by the beginning of their partition key. */
export type RecordKind =
  | 'customer'
  | 'inbox'
  | 'note'
  | 'task'
  | 'queue'
  | 'crowd'
  | 'flag'
  | 'address'
  | 'correspondent'
  | 'pace'
  | 'budget'
  | 'count'
  | 'resting'
  | 'upcoming'
  | 'people'
  | 'directory'
  | 'theme'
  | 'census'
  | 'link'
  | 'reply'
  | 'nonce'
  | 'broadcast'
  | 'desk'
  | 'past';

/**
 * Lets a function do these actions with records of these kinds only. IAM sees all keys of a batch at once, and looks for one
 * statement that allows each of them: kinds that go out in one request are given here together.
 */
export const allowRecords = (
  fn: TactfulFunction,
  records: Table,
  kinds: RecordKind | readonly RecordKind[],
  actions: string[],
): void =>
  fn.allow(actions, [records.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [kinds].flat().map((kind) => `${kind}#*`) },
  });

/** Lets a function know which journeys an operator has paused. */
export const allowFlags = (fn: TactfulFunction, records: Table): void =>
  allowRecords(fn, records, 'flag', ['dynamodb:Query']);

/** Lets a function change customers, each by a write on condition that nobody else wrote since it was read. */
export const allowChanges = (fn: TactfulFunction, customers: Table): void =>
  fn.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], [customers.tableArn]);

/** Lets a function reserve what a gesture takes of budgets, or give it back: of several in one transaction. */
export const allowBudgets = (fn: TactfulFunction, records: Table): void =>
  allowRecords(fn, records, 'budget', ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
