import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  InvalidParameterException,
  ListUsersCommand,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createCognitoStageUsers } from '../../../../functions/api/deployed/stage-users.cognito.ts';
import { Refused } from '../../../../functions/api/problem.ts';

const $metadata = {};

const open = () => {
  const client = new CognitoIdentityProviderClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock
    .on(AdminListGroupsForUserCommand)
    .resolves({ Groups: [{ GroupName: 'agent' }, { GroupName: 'somebody-elses' }] });
  const did = () => mock.calls().map(({ args: [command] }) => [command.constructor.name, command.input]);
  return { mock, did, users: createCognitoStageUsers({ client, pool: 'p' }) };
};

const attributes = [
  { Name: 'sub', Value: 's-1' },
  { Name: 'email', Value: 'mia@acme.example' },
];

describe('who may sign in', () => {
  it('is listed with their roles, a page after the other', async () => {
    const { mock, users } = open();
    mock.on(ListUsersCommand).resolves({
      Users: [
        { Username: 'u1', Attributes: attributes, Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' },
        { Username: 'Acme_7', Enabled: false, UserStatus: 'EXTERNAL_PROVIDER' },
      ],
      PaginationToken: 'more',
    });
    expect(await users.list({ count: 50 })).toEqual({
      items: [
        { user: 'u1', id: 's-1', name: 'mia@acme.example', roles: ['agent'], isEnabled: true, state: 'invited' },
        { user: 'Acme_7', id: 'Acme_7', name: 'Acme_7', roles: ['agent'], isEnabled: false, state: 'by-provider' },
      ],
      next: 'more',
    });
    mock.on(ListUsersCommand).rejects(new InvalidParameterException({ message: 'bad token', $metadata }));
    await expect(users.list({ after: 'mine', count: 5 })).rejects.toThrow(Refused);
    await expect(users.list({ count: 5 })).rejects.toThrow('bad token');
  });

  it('is found by name, or is nobody', async () => {
    const { mock, users } = open();
    mock.on(AdminGetUserCommand).resolves({ Username: 'u1', UserAttributes: attributes, UserStatus: 'CONFIRMED' });
    expect(await users.find('mia@acme.example')).toMatchObject({
      user: 'u1',
      name: 'mia@acme.example',
      state: 'active',
    });
    mock.on(AdminGetUserCommand).rejects(new UserNotFoundException({ message: 'no', $metadata }));
    expect(await users.find('u2')).toBeUndefined();
  });

  it('gets a mail, with an address that needs no proof, and roles', async () => {
    const { mock, users } = open();
    mock.on(AdminCreateUserCommand).resolves({ User: { Username: 'u1', Attributes: attributes } });
    expect(await users.invite('mia@acme.example', ['agent'])).toMatchObject({ user: 'u1', roles: ['agent'] });
    expect(mock.commandCalls(AdminCreateUserCommand)[0]?.args[0].input).toMatchObject({
      Username: 'mia@acme.example',
      DesiredDeliveryMediums: ['EMAIL'],
    });
    expect(mock.commandCalls(AdminAddUserToGroupCommand).map(({ args }) => args[0].input)).toEqual([
      { UserPoolId: 'p', Username: 'u1', GroupName: 'agent' },
    ]);
  });

  it.each([
    ['has their roles', 'FORCE_CHANGE_PASSWORD', ['agent'], ['agent']],
    ['has others', 'FORCE_CHANGE_PASSWORD', ['publisher'], ['agent', 'viewer']],
    ['has signed in', 'CONFIRMED', [], ['agent']],
  ] as const)('is not invited again who %s', async (_, UserStatus, own, roles) => {
    const { mock, users } = open();
    mock.on(AdminCreateUserCommand).rejects(new UsernameExistsException({ message: 'there', $metadata }));
    mock.on(AdminGetUserCommand).resolves({ Username: 'u1', UserAttributes: attributes, UserStatus });
    mock.on(AdminListGroupsForUserCommand).resolves({ Groups: own.map((GroupName) => ({ GroupName })) });
    expect(await users.invite('mia@acme.example', roles)).toBeUndefined();
    expect(mock.commandCalls(AdminAddUserToGroupCommand)).toHaveLength(0);
  });

  it('gets the roles that failed when they are invited again, and no second mail; until then it is said what is missing', async () => {
    const { mock, users } = open();
    mock.on(AdminCreateUserCommand).resolves({ User: { Username: 'u1', Attributes: attributes } });
    const busy = Object.assign(new Error('slow down'), { name: 'TooManyRequestsException' });
    mock.on(AdminAddUserToGroupCommand, { GroupName: 'publisher' }).rejectsOnce(busy);
    const invite = () => users.invite('mia@acme.example', ['agent', 'publisher']);
    const refused = await invite().catch((error) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused.message).toContain('mia@acme.example is invited');
    expect(refused.message).toContain('TooManyRequestsException');
    mock.on(AdminCreateUserCommand).rejects(new UsernameExistsException({ message: 'there', $metadata }));
    mock
      .on(AdminGetUserCommand)
      .resolves({ Username: 'u1', UserAttributes: attributes, UserStatus: 'FORCE_CHANGE_PASSWORD' });
    mock
      .on(AdminListGroupsForUserCommand)
      .resolvesOnce({ Groups: [{ GroupName: 'agent' }] })
      .resolves({ Groups: [{ GroupName: 'agent' }, { GroupName: 'publisher' }] });
    expect(await invite()).toMatchObject({ user: 'u1', roles: ['publisher', 'agent'], state: 'invited' });
    expect(mock.commandCalls(AdminAddUserToGroupCommand).at(-1)?.args[0].input.GroupName).toBe('publisher');
  });

  it('is given new roles before old ones go', async () => {
    const { did, users } = open();
    await users.setRoles('u1', ['viewer', 'agent'], ['agent', 'publisher']);
    const one = { UserPoolId: 'p', Username: 'u1' };
    expect(did()).toEqual([
      [AdminAddUserToGroupCommand.name, { ...one, GroupName: 'publisher' }],
      [AdminRemoveUserFromGroupCommand.name, { ...one, GroupName: 'viewer' }],
    ]);
  });

  it('is locked out at once, also where they are signed in', async () => {
    const { did, users } = open();
    await users.setAccess('u1', false);
    expect(did().map(([name]) => name)).toEqual([AdminDisableUserCommand.name, AdminUserGlobalSignOutCommand.name]);
  });
});
