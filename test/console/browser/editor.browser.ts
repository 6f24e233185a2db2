import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serveLocally } from '../../../cli/console/serve.ts';
import { openLocal } from '../../functions/api/local.ts';
import { signedUp } from '../../functions/api/world.ts';
import { openChromium } from './chromium.ts';
import { openPage } from './open-page.ts';

const PATH = 'journeys/onboarding.yaml';

let browser: Browser;
let serving: Serving;
let url: string;
const dir = mkdtempSync(join(tmpdir(), 'workflows-'));

beforeAll(async () => {
  cpSync('workflows', dir, { recursive: true });
  const local = await openLocal({ dir });
  await local.send(signedUp('ada', { firstName: 'Ada' }));
  [browser, serving] = await Promise.all([openChromium(), serveLocally(local.app, 0)]);
  url = `http://localhost:${serving.port}`;
});
afterAll(async () => {
  await browser.close();
  await serving.close();
});

const PATIENT = { timeout: 60_000 };
/** All of it, on a machine that has more to do. */
const LONG = 240_000;

describe('editing a journey', () => {
  it(
    'goes from the canvas to the problem, to what mends it, to what would happen, to saved',
    async () => {
      const { page, errors, close } = await openPage(browser, { width: 1440 });
      await page.goto(`${url}/draft/${PATH}`);
      // A step on the canvas, by the sign on an arrow.
      await page
        .getByRole('button', { name: 'Add a step after Send Welcome, before Listen product.activated' })
        .click(PATIENT);
      await page.getByRole('button', { name: 'Wait For some time' }).click();
      await page.getByLabel('How long').waitFor(PATIENT);
      await page.getByLabel('How long').fill('1 dya');
      await page.keyboard.press('Enter');
      // The problem stands where one types, and at its line.
      await page.getByRole('region', { name: 'Problems' }).getByRole('button', { name: 'line 17' }).waitFor(PATIENT);
      await page.getByLabel('How long').fill('6 hours');
      await page.keyboard.press('Enter');
      await page.getByText('No problem in this file').waitFor(PATIENT);
      // Its way lights up in virtual time.
      await page.getByRole('tab', { name: 'What would happen' }).click();
      await page.getByText(/played in \d+ ms/).waitFor(PATIENT);
      expect(await page.locator('[data-lit="passed"]').count()).toBeGreaterThan(0);
      await page.getByRole('slider').focus();
      await page.keyboard.press('Home');
      await page.getByText('enters onboarding').waitFor();
      expect(await page.locator('[data-lit="not"]').count()).toBeGreaterThan(3);
      await page.getByRole('button', { name: 'Save', exact: true }).first().click();
      await page.getByText('saved', { exact: true }).waitFor(PATIENT);
      const lines = readFileSync(join(dir, PATH), 'utf8').split('\n');
      const before = readFileSync(join('workflows', PATH), 'utf8').split('\n');
      const added = lines.findIndex((line, index) => line !== before[index]);
      expect(lines.slice(added, added + 1)).toEqual(['  - wait: 6 hours']);
      expect(lines.filter((line) => !before.includes(line)).length).toBeLessThanOrEqual(5);
      expect(errors).toEqual([]);
      await close();
    },
    LONG,
  );

  it(
    'is checked by at most 350 KB, before anything is played',
    async () => {
      const { page, close } = await openPage(browser, { width: 1440 });
      const worker = page.waitForResponse(/\/assets\/main-[^/]+\.js$/);
      await page.goto(`${url}/draft/${PATH}`);
      const bytes = gzipSync(await (await worker).body()).length;
      await page.getByText('No problem in this file').waitFor(PATIENT);
      expect(bytes).toBeLessThanOrEqual(350 * 1024);
      await close();
    },
    LONG,
  );

  it(
    'lets one out of the text by keyboard',
    async () => {
      const { page, close } = await openPage(browser, { width: 1440 });
      await page.goto(`${url}/draft/events.yaml`);
      const text = page.getByRole('textbox', { name: 'The text of events.yaml' });
      await text.focus(PATIENT);
      await page.keyboard.press('Shift+Tab');
      expect(await text.evaluate((element) => element.contains(document.activeElement))).toBe(false);
      await page.keyboard.press('Tab');
      expect(await text.evaluate((element) => element === document.activeElement)).toBe(true);
      await close();
    },
    LONG,
  );
});
