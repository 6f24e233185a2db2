import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Serving, serveLocally } from '../../../cli/console/serve.ts';
import { openLocal } from '../../functions/api/local.ts';
import { signedUp } from '../../functions/api/world.ts';
import { smallWorld } from '../support/small-world.ts';
import { stageWorld } from '../support/stage-world.ts';
import { openChromium } from './chromium.ts';
import { axeOf, breachesOf, faultsOf } from './faults.ts';
import { openPage } from './open-page.ts';
import { PAGES } from './pages.ts';
import { type Served, serveConsole } from './serve.ts';

const SIZES = [
  { width: 320, height: 760 },
  { width: 820, height: 1100 },
  { width: 1280, height: 860 },
  { width: 1920, height: 1080 },
];

let browser: Browser;
let served: Served;
let staged: Served;
let serving: Serving;

beforeAll(async () => {
  const local = await openLocal();
  await local.send(signedUp('ada'));
  [browser, served, staged, serving] = await Promise.all([
    openChromium(),
    serveConsole(smallWorld),
    serveConsole(stageWorld),
    serveLocally(local.app, 0),
  ]);
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await staged.close();
  await serving.close();
});

it.each(PAGES)(
  '$name is accessible in light and dark, fits every width, and breaks by no name',
  async ({ name, path, ready, isLocal, isStage }) => {
    const { page, errors, close } = await openPage(browser);
    const at = isLocal ? `http://localhost:${serving.port}` : (isStage ? staged : served).url;
    await page.goto(`${at}${path}`);
    await page.getByText(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await faultsOf(page, name, SIZES)).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.title()).toMatch(/ · Tactful$/);
    await close();
  },
);

it('the very mail is accessible in light and dark', async () => {
  const { page, close } = await openPage(browser);
  await page.goto(`http://localhost:${serving.port}/moments/welcome`);
  const mail = await page.locator('iframe[sandbox]').first().getAttribute('srcdoc');
  await page.goto('about:blank');
  await page.setContent(mail ?? '');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // A mail is no page: it has no landmarks.
    expect(await breachesOf(axeOf(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']))).toEqual([]);
  }
  expect(await page.title()).toBeTruthy();
  await close();
});
