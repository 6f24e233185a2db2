import type { Context } from 'hono';
import { describe, expect, it } from 'vitest';
import { createIdentify, type KnownUser } from '../../../../functions/api/deployed/identify.ts';
import { rolesOf } from '../../../../functions/api/deployed/roles-of.ts';

const contextOf = (claims: Record<string, unknown> | undefined): Context =>
  ({ env: { event: { requestContext: claims === undefined ? {} : { authorizer: { jwt: { claims } } } } } }) as never;

const ada = { sub: 's-1', username: 'u-1', token_use: 'access', 'cognito:groups': '[viewer agent]' };

const open = (
  find: (username: string) => Promise<KnownUser | undefined> = async () => ({
    email: 'ada@acme.example',
    isEnabled: true,
  }),
) => {
  const clock = { now: 0 };
  const looked: string[] = [];
  const reported: unknown[] = [];
  const identify = createIdentify({
    find: (username) => {
      looked.push(username);
      return find(username);
    },
    now: () => clock.now,
    report: (error) => void reported.push(error),
  });
  return { identify, clock, looked, reported };
};

describe('who asks a stage', () => {
  it('is whom the token is of, by their address, in the roles that are their groups', async () => {
    const { identify } = open();
    expect(await identify(contextOf(ada))).toEqual({
      user: { id: 's-1', name: 'ada@acme.example' },
      roles: ['viewer', 'agent'],
      vouched: 'sign-in',
    });
  });

  it.each([
    ['no token', undefined],
    ['an ID token', { ...ada, token_use: 'id' }],
    ['a token of no user, as a program gets', { ...ada, username: undefined }],
  ])('is nobody with %s', async (_, claims) => {
    const { identify, looked } = open();
    expect(await identify(contextOf(claims))).toBeUndefined();
    expect(looked).toEqual([]);
  });

  it('is nobody once the pool has locked them out, or forgotten them', async () => {
    expect(await open(async () => ({ isEnabled: false })).identify(contextOf(ada))).toBeUndefined();
    expect(await open(async () => undefined).identify(contextOf(ada))).toBeUndefined();
  });

  it('is looked up once in five minutes, and then again', async () => {
    let isEnabled = true;
    const { identify, clock, looked } = open(async () => ({ isEnabled }));
    for (let n = 0; n < 3; n++) expect(await identify(contextOf(ada))).toBeDefined();
    expect(looked).toHaveLength(1);
    isEnabled = false;
    clock.now = 5 * 60_000;
    expect(await identify(contextOf(ada))).toBeUndefined();
  });

  it('goes on by the name in the token while the pool does not answer, and that is told', async () => {
    const { identify, reported } = open(() => Promise.reject(new Error('throttled')));
    expect(await identify(contextOf(ada))).toMatchObject({ user: { id: 's-1', name: 'u-1' } });
    expect(reported).toHaveLength(1);
  });

  it.each([
    ['locked out', { isEnabled: false }],
    ['forgotten', undefined],
  ])('who was %s does not come back because the pool is away', async (_, user) => {
    let isAway = false;
    const { identify, clock } = open(async () => {
      if (isAway) throw new Error('away');
      return user;
    });
    expect(await identify(contextOf(ada))).toBeUndefined();
    isAway = true;
    clock.now = 6 * 60_000;
    expect(await identify(contextOf(ada))).toBeUndefined();
  });
});

describe('the groups of a token', () => {
  it.each([
    ['[viewer agent]', ['viewer', 'agent']],
    ['[admin]', ['admin']],
    ['viewer', ['viewer']],
    ['[viewer, marketer]', ['viewer', 'marketer']],
    [
      ['viewer', 'publisher'],
      ['viewer', 'publisher'],
    ],
    ['[eu-west-1_pool_Acme viewer]', ['viewer']],
    ['[administrators Admin viewers]', []],
    ['[]', []],
    ['', []],
    [undefined, []],
  ])('%o are the roles %o', (groups, roles) => {
    expect(rolesOf(groups)).toEqual(roles);
  });
});
