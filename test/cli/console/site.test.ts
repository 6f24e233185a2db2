import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../../cli/console/build-site.ts';
import { openLocal } from '../../functions/api/local.ts';

const root = mkdtempSync(join(tmpdir(), 'tactful-site-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const site = join(root, 'dist');
mkdirSync(join(site, 'assets'), { recursive: true });
writeFileSync(join(site, 'index.html'), '<title>The console</title>');
writeFileSync(join(site, 'assets', 'main-1a2b.js'), 'console.log(1);');
writeFileSync(join(root, 'secret.js'), 'secret');

describe('the built console', () => {
  it('is served at every path that is no file, with headers that let nothing else in', async () => {
    const { app } = await openLocal({ site });
    for (const path of ['/', '/customers/ada', '/journeys/renewal/steps/x']) {
      const page = await app.request(path);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('The console');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('has its assets, which never change, and nothing from outside of its folder', async () => {
    const { app } = await openLocal({ site });
    const asset = await app.request('/assets/main-1a2b.js');
    expect(await asset.text()).toBe('console.log(1);');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    // Any other path is the page, which reads it itself.
    for (const [path, status] of [
      ['/../secret.js', 200],
      ['/%2e%2e/secret.js', 200],
      ['/assets/%2e%2e%2f%2e%2e%2fsecret.js', 404],
      ['/assets/none.js', 404],
      ['/customers/ada@example.com', 200],
    ] as const) {
      const answer = await app.request(path);
      expect(await answer.text()).not.toContain('secret');
      expect(answer.status).toBe(status);
    }
  });

  it('says how to build it where it is not built, and the API answers all the same', async () => {
    const { app } = await openLocal({ site: join(root, 'none') });
    const page = await app.request('/');
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('npm run console');
    expect((await app.request('/api/me')).status).toBe(200);
  });
});

describe('building it', () => {
  it('happens once, and a failure does not keep the API from being served', async () => {
    const lines: string[] = [];
    const err = (line: string) => lines.push(line);
    let now = 0;
    const build = async () => {
      now += 2500;
    };
    await buildSite(site, err, { now: () => now, build });
    expect(lines).toEqual([]);
    const own = join(root, 'none');
    await buildSite(own, err, { now: () => now, build, own });
    expect(lines.at(-1)).toBe('The console is built, in 3 s.');
    const failing = () => Promise.reject(new Error('no vite'));
    await buildSite(own, err, { now: () => now, build: failing, own });
    expect(lines.at(-1)).toContain('no vite');
    expect(lines.at(-1)).toContain('npm ci');
  });

  it('is not said of a folder to which nothing is built', async () => {
    const lines: string[] = [];
    const build = () => Promise.reject(new Error('built'));
    await buildSite(join(root, 'other'), (line) => lines.push(line), { now: () => 0, build });
    expect(lines).toEqual([expect.stringContaining('There is no console in')]);
  });
});
