import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { keyOf } from './encryption.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

interface Key {
  id: string;
  name: string;
  description: string;
  /** Why it does not turn over. */
  lasting: string;
}

/** A random key that is made once. */
const createKey = (scope: Construct, settings: Settings, { id, name, description, lasting }: Key): Secret => {
  const { prefix, kept } = settings;
  const encryptionKey = keyOf(scope, settings, `${id}Encryption`);
  const key = new Secret(scope, id, {
    secretName: `${prefix}-${name}`,
    description,
    ...(encryptionKey && { encryptionKey }),
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: kept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
  });
  accept(key, 'SMG4', lasting);
  return key;
};

/** What seals the links in messages; whoever has it can speak for any customer. */
export const createLinkKey = (scope: Construct, settings: Settings): Secret =>
  createKey(scope, settings, {
    id: 'LinkKey',
    name: 'link-key',
    description: 'Seals the links in messages. tactful keys rotate adds a new one; write none here by hand.',
    lasting: 'It is rotated by tactful keys rotate, which keeps the keys before it: links are good for two years.',
  });

/** What backends sign their requests for inboxes with; whoever has it can read every inbox. */
export const createInboxKey = (scope: Construct, settings: Settings): Secret =>
  createKey(scope, settings, {
    id: 'InboxKey',
    name: 'inbox-key',
    description: 'Backends sign with it what they ask of inboxes. tactful keys rotate --of inbox adds a new one.',
    lasting: 'It is rotated by tactful keys rotate --of inbox, and backends go over to the new key within a week.',
  });

/** What hashes addresses that are not to be written to. It outlives customers, and with another none of them is found. */
export const createAddressKey = (scope: Construct, settings: Settings): Secret =>
  createKey(scope, settings, {
    id: 'AddressKey',
    name: 'address-key',
    description: 'Hashes addresses that are not to be written to. With a new one all of them are forgotten.',
    lasting: 'Wishes to be left alone have no end, and with a key that turns over they would be forgotten.',
  });
