import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Browser } from 'playwright-core';
import { PATHS, type RouteName } from '../../functions/api/contract/paths.ts';
import { Role } from '../../functions/api/contract/roles.ts';
import { MAY } from '../../functions/api/roles.ts';
import { openChromium } from '../console/browser/chromium.ts';
import { type Asked, ask } from './console/ask.ts';
import { createUser } from './console/people.ts';
import { signIn, type Tokens, type Where } from './console/sign-in.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { run as runCommand } from './process.ts';
import { must, type Proofs } from './proofs.ts';
import { until } from './until.ts';

type RoleName = (typeof Role.options)[number];

const PASSWORD = 'Correct-Horse-9-Battery';
const nameOf = (role: string): string => `${role}@acme.example`;

interface Signed {
  where: Where;
  browser: Browser;
  /** By role. */
  tokens: Record<RoleName, Tokens>;
}

const cognitoOf = ({ stage }: Run) =>
  new CognitoIdentityProviderClient({
    endpoint: stage.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

const whereOf = ({ stage, outputs }: Run): Where => ({
  endpoint: stage.endpoint.replace('127.0.0.1', 'localhost'),
  url: outputs.ConsoleUrl ?? '',
  clientId: outputs.ConsoleClient ?? '',
});

/** Somebody of each role, put there by an admin of the account, and signed in on the hosted page. */
const signEverybodyIn = async (run: Run, browser: Browser): Promise<Signed> => {
  const where = whereOf(run);
  const tokens = {} as Record<RoleName, Tokens>;
  for (const role of Role.options) {
    const user = { email: nameOf(role), password: PASSWORD };
    await createUser(run.stage.endpoint, run.outputs.UserPool ?? '', user, [role]);
    tokens[role] = await signIn(browser, where, user);
  }
  return { where, browser, tokens };
};

/** A path with something in its braces that is nowhere. */
const filled = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'version' ? '999999' : 'nobody-and-nothing'));

/** Of the API alone: what an HTTP API says itself has no such type. */
const isProblem = ({ headers }: Awaited<ReturnType<typeof ask>>): boolean =>
  String(headers['content-type']).startsWith('application/problem+json');

const proveRoles = async ({ where: { url }, tokens }: Signed, { prove }: Proofs): Promise<void> => {
  await prove('console: everybody who signs in is who they are, in their role', async () => {
    for (const role of Role.options) {
      const { status, json } = await ask(url, '/api/me', { token: tokens[role].access });
      must(status === 200, `${role} got ${status}.`);
      must(json.user.name === nameOf(role) && json.roles.join() === role, `${role} is ${JSON.stringify(json)}`);
    }
  });
  await prove('console: every role is refused what the table refuses it, and let in elsewhere', async () => {
    const names = Object.keys(PATHS) as RouteName[];
    for (const role of Role.options) {
      for (const name of names) {
        const [method, path] = PATHS[name];
        const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
        const answer = await ask(url, filled(path), { method, token: tokens[role].access, ...body });
        const isRefused = answer.status === 403;
        // A route that is not there yet is nobody's.
        if (answer.status === 404 && String(answer.json?.detail).includes('/api/openapi.json')) continue;
        must(isRefused === !MAY[name].includes(role), `${role} got ${answer.status} of ${name}.`);
        must(answer.status !== 401 && answer.status < 500, `${role} got ${answer.status} of ${name}.`);
        if (!isRefused) continue;
        must(
          isProblem(answer) && answer.json.roles.join() === MAY[name].join(),
          `403 of ${name} does not say who may.`,
        );
      }
    }
  });
};

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

const proveTokens = async (run: Run, signed: Signed, { prove }: Proofs): Promise<void> => {
  const { where, tokens, browser } = signed;
  const { url } = where;
  const refused = async (what: string, asked: Asked, status: number) => {
    const answer = await ask(url, '/api/overview', asked);
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

const auditOf = async ({ where: { url }, tokens }: Signed, query = ''): Promise<Record<string, unknown>[]> => {
  const { json } = await ask(url, `/api/audit?count=200${query}`, { token: tokens.admin.access });
  return json.items;
};

const proveActs = async (run: Run, signed: Signed, { prove }: Proofs): Promise<void> => {
  const { where, tokens } = signed;
  const { url } = where;
  const as = (role: RoleName, path: string, more: Asked = {}) =>
    ask(url, path, { token: tokens[role].access, ...more });

  await prove(
    'console: a marketer pauses and resumes a journey, a viewer does not, and the log has all of it',
    async () => {
      const path = '/api/journeys/renewal';
      const refused = await as('viewer', `${path}/pause`, { method: 'POST', body: {} });
      must(refused.status === 403 && refused.json.roles.includes('marketer'), `A viewer got ${refused.text}`);
      for (const verb of ['pause', 'resume']) {
        const { status, text } = await as('marketer', `${path}/${verb}`, { method: 'POST', body: {} });
        must(status === 200, `${verb} came to ${status}: ${text}`);
      }
      const lines = (await auditOf(signed)).filter(({ act }) => act === 'pauseJourney' || act === 'resumeJourney');
      // Above what everybody was refused before.
      const said = lines
        .slice(0, 3)
        .map(({ who, act, outcome }) => [(who as { name: string }).name, act, outcome].join(' '));
      must(
        said.join('; ') ===
          'marketer@acme.example resumeJourney done; marketer@acme.example pauseJourney done; viewer@acme.example pauseJourney refused',
        `The log says: ${said.join('; ')}`,
      );
    },
  );

  await prove(
    'console: an event that somebody sends goes the whole way, and the story has what came of it',
    async () => {
      const id = treated('connie');
      const detail = { customerId: id, email: addressOf(id), plan: 'solo', firstName: 'Connie' };
      const sent = await as('marketer', '/api/events', {
        method: 'POST',
        body: { source: 'acme.shop', 'detail-type': 'customer.signed_up', detail },
      });
      must(sent.status === 200 && sent.json.entries[0].status === 'accepted', `It was ${sent.text}`);
      await run.stage.decided(id, 'welcome');
      const story = await as('agent', `/api/customers/${id}`);
      must(story.status === 200, `The story is ${story.text.slice(0, 500)}`);
      const titles = story.json.timeline.map(({ title }: { title: string }) => title);
      must(titles.length > 1, `The story says: ${titles.join('; ')}`);
      const why = await as('agent', `/api/customers/${id}/why`);
      must(why.status === 200 && why.json.decisions.length > 0, `Why is ${why.text.slice(0, 500)}`);
    },
  );

  await prove('console: a note stands in the story, goes into the export, and with the customer', async () => {
    const id = treated('norbert');
    await run.stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
    const noted = await as('agent', `/api/customers/${id}/notes`, {
      method: 'POST',
      body: { text: 'Called. <b>Fine</b> 😀' },
    });
    must(noted.status === 201, `The note was ${noted.text}`);
    const story = await as('agent', `/api/customers/${id}`);
    must(story.json.notes[0]?.text === 'Called. <b>Fine</b> 😀', `The story has ${JSON.stringify(story.json.notes)}`);
    must(story.json.notes[0]?.by.name === nameOf('agent'), 'The note does not say whose it is.');
    const refused = await as('agent', `/api/customers/${id}`, { method: 'DELETE' });
    must(refused.status === 403, `An agent who erases got ${refused.status}.`);
    const out = await as('admin', `/api/customers/${id}/export`);
    must(out.json.notes.length === 1 && out.json.timeline.length > 0, `The export is ${out.text.slice(0, 300)}`);
    const gone = await as('admin', `/api/customers/${id}`, { method: 'DELETE' });
    must(gone.status === 200, `Erasing came to ${gone.text}`);
    await until('the customer has gone', async () => (await run.stage.customer(id)) === undefined, {
      seconds: 200,
      every: 1000,
    });
    const lines = await auditOf(signed);
    const acts = lines.filter(({ act }) =>
      ['addNote', 'exportCustomer', 'eraseCustomer', 'erase'].includes(String(act)),
    );
    must(acts.length >= 5, `The log has ${JSON.stringify(acts)}`);
    must(!JSON.stringify(lines).includes(id), 'The log names whom it erased.');
    const about = await auditOf(signed, `&kind=customer&subject=${id}`);
    must(
      about.some(({ act }) => act === 'eraseCustomer'),
      `Nothing is found of them: ${JSON.stringify(about)}`,
    );
  });

  await prove('console: what is too much is 413, and what is no JSON is 400', async () => {
    const large = await as('marketer', '/api/moments/welcome/preview', { method: 'POST', body: 'x'.repeat(1_100_000) });
    must(large.status === 413 && isProblem(large), `A body of 1.1 MB got ${large.status}.`);
    const torn = await as('marketer', '/api/rejects/redrive', { method: 'POST', body: '{' });
    must([400, 403].includes(torn.status) && isProblem(torn), `Half a body got ${torn.status}.`);
  });

  await prove('console: what an operator does at a terminal is in the log, with who IAM says it was', async () => {
    await runCommand(process.execPath, ['cli/tactful.ts', 'pause', 'renewal', '--stage', 'e2e'], { env: run.env });
    await runCommand(process.execPath, ['cli/tactful.ts', 'resume', 'renewal', '--stage', 'e2e'], { env: run.env });
    const lines = (await auditOf(signed)).filter(({ act }) => act === 'pause' || act === 'resume');
    must(lines.length === 2, `The log has ${JSON.stringify(lines)}`);
    for (const { who } of lines) {
      const { name, vouched } = who as { name: string; vouched: string };
      must(vouched === 'iam' && name.startsWith('arn:aws:'), `Who it was: ${JSON.stringify(who)}`);
    }
  });
};

const proveDraft = async ({ where: { url }, tokens }: Signed, { prove }: Proofs): Promise<void> => {
  const as = (role: RoleName, path: string, more: Asked = {}) =>
    ask(url, path, { token: tokens[role].access, ...more });
  await prove('console: of two who edit one file the second is told who was first', async () => {
    const path = '/api/drafts/files/moments/welcome.md';
    const read = await as('marketer', path);
    must(read.status === 200, `Reading the draft came to ${read.text.slice(0, 300)}`);
    const etag = String(read.headers.etag);
    const write = (role: RoleName, text: string) =>
      as(role, path, { method: 'PUT', body: { text }, headers: { 'if-match': etag } });
    const first = await write('marketer', `${read.json.text}\n`);
    must(first.status === 200, `The first came to ${first.text}`);
    const second = await write('publisher', `${read.json.text}\n\n`);
    must(second.status === 412 && isProblem(second), `The second came to ${second.status}: ${second.text}`);
    must(String(second.json.changedBy) === nameOf('marketer'), `It says ${second.text}`);
    const refused = await write('viewer', 'x');
    must(refused.status === 403, `A viewer who writes got ${refused.status}.`);
  });
  await prove('console: work that takes long is done by itself, and says what came of it', async () => {
    const begun = await as('marketer', '/api/drafts/scenarios', { method: 'POST', body: {} });
    must(begun.status === 202, `It came to ${begun.status}: ${begun.text}`);
    const job = await until(
      'the scenarios were played',
      async () => {
        const { json } = await as('marketer', `/api/jobs/${begun.json.job}`);
        return json.state === 'running' ? undefined : json;
      },
      { seconds: 180, every: 1000 },
    );
    must(job.state === 'done', `They came to ${JSON.stringify(job).slice(0, 500)}`);
  });
};

const proveSite = async (run: Run, { where: { url } }: Signed, { prove }: Proofs): Promise<void> => {
  await prove(
    'console: the page is for anybody, says how one signs in, and runs nothing but its own program',
    async () => {
      const page = await ask(url, '/customers/ada@example.com', { headers: { accept: 'text/html' } });
      must(
        page.status === 200 && page.text.includes('name="tactful-sign-in"'),
        `The page is ${page.text.slice(0, 300)}`,
      );
      const policy = String(page.headers['content-security-policy']);
      must(/script-src 'self';/.test(policy) && /frame-ancestors 'none'/.test(policy), `Its policy is ${policy}`);
      const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page.text) ?? [];
      const asset = await ask(url, script, { headers: { 'accept-encoding': 'gzip' } });
      must(asset.status === 200 && asset.headers['content-encoding'] === 'gzip', `${script} got ${asset.status}.`);
    },
  );
  await prove('console: the pool lets nobody in by themselves', async () => {
    const found = await cognitoOf(run)
      .send(new AdminGetUserCommand({ UserPoolId: run.outputs.UserPool, Username: 'eve@example.com' }))
      .catch((error: Error) => error.name);
    must(found === 'UserNotFoundException', 'Somebody is there whom nobody put there.');
  });
};

/** The console as it is deployed: people of each role sign in on the hosted page, and may what they may. */
export const proveConsole = async (run: Run, proofs: Proofs): Promise<void> => {
  const browser = await openChromium();
  try {
    const signed = await signEverybodyIn(run, browser);
    await proveRoles(signed, proofs);
    await proveTokens(run, signed, proofs);
    await proveActs(run, signed, proofs);
    await proveDraft(signed, proofs);
    await proveSite(run, signed, proofs);
  } finally {
    await browser.close();
  }
};
