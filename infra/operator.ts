import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { allowChanges, allowRecords } from './records.ts';
import type { Tables } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
}

/** What the commands about a deployed stage ask. Whoever may invoke it may operate the stage; nobody is granted that here. */
export class Operator extends Construct {
  readonly fn: TactfulFunction;

  constructor(scope: Construct, id: string, { tables, ...props }: Props) {
    super(scope, id);
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'operate',
      timeout: Duration.seconds(30),
      environment: { CUSTOMERS_TABLE: tables.customers.tableName, RECORDS_TABLE: tables.records.tableName },
    });
    allowRecords(this.fn, tables.records, 'flag', ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Query']);
    // To export and to erase.
    allowChanges(this.fn, tables.customers);
    for (const kind of ['customer', 'inbox'] as const) {
      allowRecords(this.fn, tables.records, kind, ['dynamodb:Query']);
    }
  }
}
