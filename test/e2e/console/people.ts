import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';

export interface ConsoleUser {
  email: string;
  password: string;
}

/** Puts somebody into a user pool, as an admin of the account would, with their password set and in these groups. */
export const createUser = async (
  endpoint: string,
  pool: string,
  { email, password }: ConsoleUser,
  groups: string[],
): Promise<void> => {
  const client = new CognitoIdentityProviderClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const who = { UserPoolId: pool, Username: email };
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ];
  await client.send(new AdminCreateUserCommand({ ...who, MessageAction: 'SUPPRESS', UserAttributes }));
  await client.send(new AdminSetUserPasswordCommand({ ...who, Password: password, Permanent: true }));
  for (const GroupName of groups) await client.send(new AdminAddUserToGroupCommand({ ...who, GroupName }));
};
