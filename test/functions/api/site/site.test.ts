import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createSite, type SiteDeps } from '../../../../functions/api/site/site.ts';

const root = join(mkdtempSync(join(tmpdir(), 'tactful-site-')), 'site');
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(root, 'index.html'), '<!doctype html><html><head><title>T</title></head></html>');
writeFileSync(join(root, 'assets', 'main-1a2b.js'), 'export const one = 1;');
writeFileSync(join(root, '..', 'beside.js'), 'secret');

const open = (more: Partial<SiteDeps> = {}) =>
  createSite({ root, allowedFrames: [], connects: ['https://sign-in.example'], ...more });

const opened = { headers: { accept: 'text/html,*/*' } };

const policyOf = async (path: string, more: Partial<SiteDeps> = {}): Promise<Record<string, string>> => {
  const answer = await open(more).request(path, opened);
  const policy = answer.headers.get('content-security-policy') ?? '';
  return Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
};

describe('the site of the console', () => {
  it.each(['/', '/index.html', '/customers/ada@example.com', '/agent/c-1.json', '/journeys/onboarding'])(
    'is one page at %s, asked for anew each time',
    async (path) => {
      const answer = await open().request(path, opened);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('<title>T</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('says on its page how one signs in, whatever characters that has, and nothing where nobody does', async () => {
    const signIn = { authority: 'https://cognito-idp.eu-west-1.amazonaws.com/pool', clientId: 'c"<1>&' };
    const page = await (await open({ signIn }).request('/', opened)).text();
    const [, content = ''] = /<meta name="tactful-sign-in" content="([^"]*)" \/>/.exec(page) ?? [];
    const read = content
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(JSON.parse(read)).toEqual(signIn);
    expect(await (await open().request('/', opened)).text()).not.toContain('tactful-sign-in');
  });

  it('has built files that last, small where the browser takes that', async () => {
    const plain = await open().request('/assets/main-1a2b.js');
    expect(plain.headers.get('cache-control')).toContain('immutable');
    expect(plain.headers.get('content-type')).toContain('text/javascript');
    expect(await plain.text()).toBe('export const one = 1;');
    const small = await open().request('/assets/main-1a2b.js', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await small.arrayBuffer())).toString()).toBe('export const one = 1;');
  });

  it.each([
    '/assets/gone.js',
    '/../beside.js',
    '/%2e%2e/beside.js',
    '/assets/..%2f..%2fbeside.js',
    '/assets/%00.js',
    '/assets',
  ])('has nothing at %s', async (path) => {
    const answer = await open().request(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });

  it('lets a browser run its own program, and talk to itself and the sign-in alone', async () => {
    const policy = await policyOf('/');
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'connect-src': "'self' https://sign-in.example",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
    const { headers } = await open().request('/', opened);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });

  it("is shown in nobody's frame but an agent's page in those that a setting allows", async () => {
    const allowedFrames = ['https://acme.zendesk.com', 'https://acme.my.connect.aws'];
    expect((await policyOf('/agent/ada', { allowedFrames }))['frame-ancestors']).toBe(allowedFrames.join(' '));
    for (const path of ['/', '/customers/ada', '/agents', '/settings/agent/x']) {
      expect((await policyOf(path, { allowedFrames }))['frame-ancestors']).toBe("'none'");
    }
    expect((await policyOf('/agent/ada'))['frame-ancestors']).toBe("'none'");
  });
});
