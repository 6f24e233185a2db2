import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallWorld } from '../support/small-world.ts';
import { openChromium } from './chromium.ts';
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

const SCHEMES = ['light', 'dark'] as const;

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([openChromium(), serveConsole((role) => smallWorld(role as 'admin'))]);
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const open = async (page: Page, path: string, ready: string): Promise<void> => {
  await page.goto(`${served.url}${path}`);
  await page.getByText(ready, { exact: false }).first().waitFor();
  await page.waitForLoadState('networkidle');
};

/** How much wider the page is than the window: nothing, if one need not scroll sideways. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(PAGES)('$name', ({ name, path, ready }) => {
  it.each(SCHEMES)('is accessible, fits every width, and breaks by no name, in %s', async (colorScheme) => {
    const context = await browser.newContext({
      colorScheme,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.setViewportSize(SIZES[2] ?? { width: 1280, height: 860 });
    await open(page, path, ready);
    const widths: [number, number][] = [];
    for (const size of SIZES) {
      await page.setViewportSize(size);
      widths.push([size.width, await overhang(page)]);
      await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${size.width}.png`, fullPage: true });
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`,
      ),
    ).toEqual([]);
    expect(widths).toEqual(SIZES.map(({ width }) => [width, 0]));
    expect(errors.filter((text) => !text.includes('404'))).toEqual([]);
    expect(await page.title()).toMatch(/ · Tactful$/);
    await context.close();
  });
});
