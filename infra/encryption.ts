import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** The company's own key for what holds something of customers, where it has given one. */
export const keyOf = (scope: Construct, { encryptionKey }: Settings, id = 'EncryptionKey') =>
  encryptionKey === undefined ? undefined : Key.fromKeyArn(scope, id, encryptionKey);

/** What one may do who reads and writes what is encrypted with it. DynamoDB asks its callers for all of these. */
export const WITH_KEY = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
