import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Browser } from 'playwright-core';
import { Role } from '../../../functions/api/contract/roles.ts';
import type { Run } from '../open-run.ts';
import type { ask } from './ask.ts';
import { createUser } from './people.ts';
import { signIn, type Tokens, type Where } from './sign-in.ts';

export type RoleName = (typeof Role.options)[number];

export const PASSWORD = 'Correct-Horse-9-Battery';
export const nameOf = (role: string): string => `${role}@acme.example`;

export interface Signed {
  where: Where;
  browser: Browser;
  /** By role. */
  tokens: Record<RoleName, Tokens>;
}

export const cognitoOf = ({ stage }: Run) =>
  new CognitoIdentityProviderClient({
    endpoint: stage.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

export const whereOf = ({ stage, outputs }: Run): Where => ({
  endpoint: stage.endpoint.replace('127.0.0.1', 'localhost'),
  url: outputs.ConsoleUrl ?? '',
  clientId: outputs.ConsoleClient ?? '',
});

/** Somebody of each role, put there by an admin of the account, and signed in on the hosted page. */
export const signEverybodyIn = async (run: Run, browser: Browser): Promise<Signed> => {
  const where = whereOf(run);
  const tokens = {} as Record<RoleName, Tokens>;
  for (const role of Role.options) {
    const user = { email: nameOf(role), password: PASSWORD };
    await createUser(run.stage.endpoint, run.outputs.UserPool ?? '', user, [role]);
    tokens[role] = await signIn(browser, where, user);
  }
  return { where, browser, tokens };
};

/** Of the API alone: what an HTTP API says itself has no such type. */
export const isProblem = ({ headers }: Awaited<ReturnType<typeof ask>>): boolean =>
  String(headers['content-type']).startsWith('application/problem+json');
