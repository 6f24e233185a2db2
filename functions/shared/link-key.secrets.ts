import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The secret has no text in it. */
export class LinkKeyMissing extends Error {
  override name = 'LinkKeyMissing';
}

/** The key of public links, from Secrets Manager. */
export const readLinkKey = async (client: SecretsManagerClient, secret: string): Promise<string> => {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
  if (!SecretString)
    throw new LinkKeyMissing(`The secret ${secret} holds no text. Put a key of 16 bytes or more in it.`);
  return SecretString;
};
