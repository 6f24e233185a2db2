import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { keyOf } from './encryption.ts';
import type { Settings } from './settings.ts';

/** Where a function finds what we know. */
export const tableNames = ({ customers, records }: Tables): Record<string, string> => ({
  CUSTOMERS_TABLE: customers.tableName,
  RECORDS_TABLE: records.tableName,
});

/** Everything we know: an item for each customer, and the records of what happened; and what people did here. */
export class Tables extends Construct {
  readonly customers: Table;
  readonly records: Table;
  /** By itself, since it is no customer's: nobody has a right to change or remove a line of it, whoever erases either. */
  readonly audit: Table;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const { prefix, kept } = settings;
    const encryptionKey = keyOf(this, settings);
    const common = {
      billingMode: BillingMode.PAY_PER_REQUEST,
      ...(encryptionKey
        ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey }
        : { encryption: TableEncryption.AWS_MANAGED }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: kept,
      removalPolicy: kept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    };
    this.customers = new Table(this, 'Customers', {
      ...common,
      tableName: `${prefix}-customers`,
      partitionKey: { name: 'id', type: AttributeType.STRING },
      stream: StreamViewType.NEW_IMAGE,
    });
    this.records = new Table(this, 'Records', {
      ...common,
      tableName: `${prefix}-records`,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      timeToLiveAttribute: 'ttl',
    });
    this.audit = new Table(this, 'Audit', {
      ...common,
      tableName: `${prefix}-audit`,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      timeToLiveAttribute: 'ttl',
    });
  }
}
