import { createHash, randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { ConsoleUser } from './people.ts';

export interface Where {
  /** Of this AWS, as a browser calls it. */
  endpoint: string;
  /** Of the console. */
  url: string;
  clientId: string;
}

export interface Tokens {
  access: string;
  id: string;
}

/** Signs in on the hosted page in a browser, as the program does: a code with PKCE, and tokens for it. */
export const signIn = async (
  browser: Browser,
  { endpoint, url, clientId }: Where,
  { email, password }: ConsoleUser,
): Promise<Tokens> => {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${url}/`,
    response_type: 'code',
    scope: 'openid email',
    state: 'e2e',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const context = await browser.newContext();
  context.setDefaultTimeout(180_000);
  try {
    const page = await context.newPage();
    let code = '';
    page.on('request', (request) => {
      const at = new URL(request.url());
      if (at.origin === new URL(url).origin) code ||= at.searchParams.get('code') ?? '';
    });
    await page.goto(`${endpoint}/oauth2/authorize?${query}`);
    await page.fill('input[name="username"]', email);
    await page.fill('input[name="password"]', password);
    await page.click('[type=submit]');
    await page.waitForURL((at) => at.origin === new URL(url).origin);
    const answer = await fetch(`${endpoint}/oauth2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        redirect_uri: `${url}/`,
        code_verifier: verifier,
      }),
    });
    const { access_token: access, id_token: id } = (await answer.json()) as Record<string, string>;
    if (access === undefined || id === undefined) throw new Error(`No tokens for ${email}: ${answer.status}.`);
    return { access, id };
  } finally {
    await context.close();
  }
};
