import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

/** What seals the links in messages; whoever has it can speak for any customer. */
export const createLinkKey = (scope: Construct, { prefix, kept }: Settings): Secret => {
  const key = new Secret(scope, 'LinkKey', {
    secretName: `${prefix}-link-key`,
    description: 'Seals the links in messages. A new one makes all links that were sent invalid.',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  accept(key, 'SMG4', 'Links in messages are good for two years, so a key that turns over would break them.');
  return key;
};

/** What hashes addresses that are not to be written to. It outlives customers, and with another none of them is found. */
export const createAddressKey = (scope: Construct, { prefix, kept }: Settings): Secret => {
  const key = new Secret(scope, 'AddressKey', {
    secretName: `${prefix}-address-key`,
    description: 'Hashes addresses that are not to be written to. With a new one all of them are forgotten.',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  accept(key, 'SMG4', 'Wishes to be left alone have no end, and with a key that turns over they would be forgotten.');
  return key;
};
