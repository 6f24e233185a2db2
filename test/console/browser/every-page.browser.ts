import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe.each(PAGES)('$name', ({ name, path, ready }) => {
  it.each(['light', 'dark'] as const)(
    'is accessible, fits every width, and breaks by no name, in %s',
    async (colorScheme) => {
      const { page, errors, close } = await openPage(browser, { colorScheme });
      await page.goto(`${served.url}${path}`);
      await page.getByText(ready).first().waitFor();
      await page.waitForLoadState('networkidle');
      const widths: [number, number][] = [];
      for (const size of SIZES) {
        await page.setViewportSize(size);
        widths.push([size.width, await overhang(page)]);
        await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${size.width}.png`, fullPage: true });
      }
      expect(await breachesOf(page)).toEqual([]);
      expect(widths).toEqual(SIZES.map(({ width }) => [width, 0]));
      expect(errors).toEqual([]);
      expect(await page.title()).toMatch(/ · Tactful$/);
      await close();
    },
  );
});
