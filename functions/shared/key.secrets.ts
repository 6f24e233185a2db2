import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The secret has no text in it. */
export class KeyMissing extends Error {
  override name = 'KeyMissing';
}

/** A key, of links or of addresses, from Secrets Manager. */
export const readSecretKey = async (client: SecretsManagerClient, secret: string): Promise<string> => {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
  if (!SecretString) throw new KeyMissing(`The secret ${secret} holds no text. Put a key of 16 bytes or more in it.`);
  return SecretString;
};
