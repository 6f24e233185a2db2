import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallWorld } from '../support/small-world.ts';
import { openChromium } from './chromium.ts';
import { openPage } from './open-page.ts';
import { PAGES } from './pages.ts';
import { type Served, serveConsole } from './serve.ts';

/** For people to look at; no test compares them. */
const PICTURES = 'coverage/console';

const SIZES = [
  { width: 360, height: 760 },
  { width: 820, height: 1100 },
  { width: 1280, height: 860 },
  { width: 1920, height: 1080 },
];

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([openChromium(), serveConsole(smallWorld)]);
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** How much wider the page is than the window: nothing, if one need not scroll sideways. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

const breachesOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => `${id}: ${html} ${any[0]?.message ?? all[0]?.message ?? ''}`),
  );
};

const SCHEMES = ['light', 'dark'] as const;

it.each(PAGES)(
  '$name is accessible in light and dark, fits every width, and breaks by no name',
  async ({ name, path, ready }) => {
    const { page, errors, close } = await openPage(browser);
    await page.goto(`${served.url}${path}`);
    await page.getByText(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
    const breaches: string[] = [];
    const wide: string[] = [];
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const size of SIZES) {
        await page.setViewportSize(size);
        if ((await overhang(page)) > 0) wide.push(`${size.width} px: ${await overhang(page)} px too wide`);
        await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${size.width}.png`, fullPage: true });
      }
      breaches.push(...(await breachesOf(page)).map((breach) => `${colorScheme}: ${breach}`));
    }
    expect(breaches).toEqual([]);
    expect(wide).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.title()).toMatch(/ · Tactful$/);
    await close();
  },
);
