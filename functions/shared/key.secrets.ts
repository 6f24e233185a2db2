import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { type Keyring, readKeyring, writeKeyring } from './keyring.ts';

// Exported beside its adapter, so that who imports this on demand loads no more of the SDK than the client.
export { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The secret has no text in it. */
export class KeyMissing extends Error {
  override name = 'KeyMissing';
}

/** A key from Secrets Manager. */
export const readSecretKey = async (client: SecretsManagerClient, secret: string): Promise<string> => {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
  if (!SecretString) throw new KeyMissing(`The secret ${secret} holds no text. Put a key of 16 bytes or more in it.`);
  return SecretString;
};

/** The keys that a secret holds. */
export const readSecretKeyring = async (client: SecretsManagerClient, secret: string): Promise<Keyring> =>
  readKeyring(await readSecretKey(client, secret));

export const writeSecretKeyring = async (
  client: SecretsManagerClient,
  secret: string,
  keys: Keyring,
): Promise<void> => {
  await client.send(new PutSecretValueCommand({ SecretId: secret, SecretString: writeKeyring(keys) }));
};
