import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Run } from '../open-run.ts';
import { must, type Proofs } from '../proofs.ts';
import { until } from '../until.ts';
import { ask, type RequestOptions } from './ask.ts';
import { cognitoOf, nameOf, PASSWORD, type Signed } from './everybody.ts';
import { createUser } from './people.ts';
import { signIn } from './sign-in.ts';

const expiring = async (run: Run, { browser, where }: Signed): Promise<string> => {
  const client = cognitoOf(run);
  const which = { UserPoolId: run.outputs.UserPool, ClientId: where.clientId };
  const { UserPoolClient: before } = await client.send(new DescribeUserPoolClientCommand(which));
  const { ClientSecret: _, CreationDate: __, LastModifiedDate: ___, ...settings } = before ?? {};
  const short = { AccessTokenValidity: 1, TokenValidityUnits: { AccessToken: 'seconds' as const } };
  await client.send(new UpdateUserPoolClientCommand({ ...settings, ...which, ...short }));
  try {
    const { access } = await signIn(browser, where, { email: nameOf('admin'), password: PASSWORD });
    return access;
  } finally {
    await client.send(new UpdateUserPoolClientCommand({ ...settings, ...which }));
  }
};

const claimsOf = (token: string): { exp: number; iat: number } =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** That only a token of this pool and client, unaltered and in its time, is a key. */
export const proveTokens = async (run: Run, signed: Signed, { prove }: Proofs): Promise<void> => {
  const { where, tokens, browser } = signed;
  const { url } = where;
  const refused = async (what: string, options: RequestOptions, status: number) => {
    const answer = await ask(url, '/api/overview', options);
    must(answer.status === status, `${what} got ${answer.status}.`);
  };
  await prove('console: without a token, with an altered one or one of the browser nobody gets in', async () => {
    const { access, id } = tokens.admin;
    const [head = '', , signature = ''] = access.split('.');
    const forged = Buffer.from(JSON.stringify({ ...claimsOf(access), 'cognito:groups': ['admin'] })).toString(
      'base64url',
    );
    await refused('Nobody', {}, 401);
    await refused('An altered token', { token: `${head}.${forged}.${signature}` }, 401);
    await refused('A cut token', { token: access.slice(0, -4) }, 401);
    // It says who one is, and is no key.
    await refused('An ID token', { token: id }, 403);
    await refused('A token as the header alone', { headers: { authorization: access.slice(0, 20) } }, 401);
  });
  await prove('console: a token of another pool opens nothing', async () => {
    const client = cognitoOf(run);
    const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'somebody-else' }));
    const pool = UserPool?.Id ?? '';
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({
        UserPoolId: pool,
        ClientName: 'other',
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid', 'email'],
        CallbackURLs: [`${url}/`],
        SupportedIdentityProviders: ['COGNITO'],
      }),
    );
    const user = { email: nameOf('admin'), password: PASSWORD };
    await createUser(run.stage.endpoint, pool, user, []);
    const other = await signIn(browser, { ...where, clientId: UserPoolClient?.ClientId ?? '' }, user);
    await refused('A token of another pool', { token: other.access }, 401);
  });
  await prove('console: a token whose time is over opens nothing any more', async () => {
    const token = await expiring(run, signed);
    await until('the token is over', async () => Date.now() > 1000 * (claimsOf(token).exp + 1));
    await refused('A token that is over', { token }, 401);
  });
};
