import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  InvalidParameterException,
  ListUsersCommand,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Role } from '../contract/roles.ts';
import type { StageUser, StageUsers } from '../ports.ts';
import { badCursor, Refused } from '../problem.ts';
import { rolesOf } from './roles-of.ts';

interface PoolDeps {
  client: CognitoIdentityProviderClient;
  pool: string;
}

const STATES: Record<string, StageUser['state']> = {
  FORCE_CHANGE_PASSWORD: 'invited',
  EXTERNAL_PROVIDER: 'by-provider',
};

/** A user as the pool lists one. */
interface Listed {
  Username?: string | undefined;
  Enabled?: boolean | undefined;
  UserStatus?: string | undefined;
  UserCreateDate?: Date | undefined;
  attributes?: AttributeType[] | undefined;
}

/** Users are few, and the pool allows some tens of calls a second. */
const AT_MOST = 20;

const WITHOUT_ROLES = (email: string, error: unknown): string =>
  `${email} is invited and has a mail, and has not got all of their roles: the user pool answered ${error instanceof Error ? error.name : 'nothing'}. Invite them again with the same roles: that completes it, and sends no second mail.`;

/** The people of a user pool, in groups that are roles. */
export const createCognitoStageUsers = ({ client, pool: UserPoolId }: PoolDeps): StageUsers => {
  const rolesIn = async (Username: string): Promise<Role[]> => {
    const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
    return rolesOf(Groups.map(({ GroupName }) => GroupName));
  };
  const userOf = async ({ Username = '', Enabled = true, UserStatus = '', ...more }: Listed): Promise<StageUser> => {
    const attributeOf = (name: string): string | undefined => more.attributes?.find((one) => one.Name === name)?.Value;
    return {
      user: Username,
      id: attributeOf('sub') ?? Username,
      name: attributeOf('email') ?? Username,
      roles: await rolesIn(Username),
      isEnabled: Enabled,
      state: STATES[UserStatus] ?? 'active',
      ...(more.UserCreateDate && { since: more.UserCreateDate.toISOString() }),
    };
  };
  const setRoles: StageUsers['setRoles'] = async (Username, before, after) => {
    for (const GroupName of after.filter((role) => !before.includes(role)))
      await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
    for (const GroupName of before.filter((role) => !after.includes(role)))
      await client.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }));
  };
  const find: StageUsers['find'] = async (Username) => {
    try {
      const { UserAttributes, ...user } = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
      return await userOf({ ...user, attributes: UserAttributes });
    } catch (error) {
      if (error instanceof UserNotFoundException) return undefined;
      throw error;
    }
  };
  /** Somebody who was invited, and has not got all roles that they were to have; undefined of anybody else. */
  const unfinished = async (email: string, roles: readonly Role[]): Promise<StageUser | undefined> => {
    const user = await find(email);
    const isPart = user?.state === 'invited' && user.roles.every((role) => roles.includes(role));
    return isPart && user.roles.length < new Set(roles).size ? user : undefined;
  };
  const complete = async (email: string, user: string, before: readonly Role[], roles: readonly Role[]) => {
    try {
      await setRoles(user, before, roles);
    } catch (error) {
      throw new Refused(503, WITHOUT_ROLES(email, error));
    }
  };
  return {
    list: async ({ after, count }) => {
      const command = new ListUsersCommand({
        UserPoolId,
        Limit: Math.min(count, AT_MOST),
        ...(after === undefined ? {} : { PaginationToken: after }),
      });
      const { Users = [], PaginationToken } = await client.send(command).catch((error) => {
        throw after !== undefined && error instanceof InvalidParameterException ? badCursor(after) : error;
      });
      const items = await Promise.all(
        Users.map(({ Attributes, ...user }) => userOf({ ...user, attributes: Attributes })),
      );
      return { items, ...(PaginationToken === undefined ? {} : { next: PaginationToken }) };
    },

    find,

    invite: async (email, roles) => {
      try {
        const { User: { Attributes, ...user } = {} } = await client.send(
          new AdminCreateUserCommand({
            UserPoolId,
            Username: email,
            DesiredDeliveryMediums: ['EMAIL'],
            UserAttributes: [
              { Name: 'email', Value: email },
              { Name: 'email_verified', Value: 'true' },
            ],
          }),
        );
        await complete(email, user.Username ?? email, [], roles);
        return await userOf({ ...user, attributes: Attributes });
      } catch (error) {
        if (!(error instanceof UsernameExistsException)) throw error;
        const user = await unfinished(email, roles);
        if (!user) return undefined;
        await complete(email, user.user, user.roles, roles);
        return { ...user, roles: await rolesIn(user.user) };
      }
    },

    setRoles,

    setAccess: async (Username, isEnabled) => {
      if (isEnabled) {
        await client.send(new AdminEnableUserCommand({ UserPoolId, Username }));
        return;
      }
      await client.send(new AdminDisableUserCommand({ UserPoolId, Username }));
      // Who is signed in could go on for as long as their token is good.
      await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
    },
  };
};
