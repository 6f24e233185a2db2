import {
  AdminGetUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { FindUser } from './identify.ts';

/** The people of a user pool. */
export const createCognitoUsers =
  ({ client, pool }: { client: CognitoIdentityProviderClient; pool: string }): FindUser =>
  async (username) => {
    try {
      const command = new AdminGetUserCommand({ UserPoolId: pool, Username: username });
      const { UserAttributes = [], Enabled = true } = await client.send(command);
      return { email: UserAttributes.find(({ Name }) => Name === 'email')?.Value, isEnabled: Enabled };
    } catch (error) {
      if (error instanceof UserNotFoundException) return undefined;
      throw error;
    }
  };
