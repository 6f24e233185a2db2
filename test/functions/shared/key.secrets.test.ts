import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { KeyMissing, readSecretKey } from '../../../functions/shared/key.secrets.ts';

it('the key of links is the text of its secret; one without text is named', async () => {
  const client = new SecretsManagerClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(GetSecretValueCommand, { SecretId: 'arn:key' }).resolves({ SecretString: 'k'.repeat(64) });
  mock.on(GetSecretValueCommand, { SecretId: 'arn:empty' }).resolves({});
  expect(await readSecretKey(client, 'arn:key')).toBe('k'.repeat(64));
  await expect(readSecretKey(client, 'arn:empty')).rejects.toThrow(KeyMissing);
});
