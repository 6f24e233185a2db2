import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallWorld } from '../support/small-world.ts';
import { openChromium } from './chromium.ts';
import { openPage } from './open-page.ts';
import { type Served, serveConsole } from './serve.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([openChromium(), serveConsole(smallWorld)]);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const opened = async (path: string, ready: string, given: Parameters<typeof openPage>[1] = {}) => {
  const view = await openPage(browser, given);
  await view.page.goto(`${served.url}${path}`);
  await view.page.getByText(ready).first().waitFor();
  await view.page.waitForLoadState('networkidle');
  return view;
};

/** A text as it is broken into lines. */
const linesOf = (of: Locator): Promise<string[]> =>
  of.evaluate((element) => {
    const lines = new Map<number, string>();
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const top = Math.round(range.getBoundingClientRect().top);
        lines.set(top, `${lines.get(top) ?? ''}${node.textContent?.[at]}`);
      }
    }
    return [...lines.values()];
  });

describe('on the smallest phone', () => {
  it('an address breaks at its signs, and no word in its column breaks', async () => {
    const { page, close } = await opened('/audit', 'kim@acme.example', { width: 320 });
    const who = page
      .getByRole('row', { name: /kim@acme/ })
      .getByRole('cell')
      .nth(1);
    expect(await linesOf(who.locator('bdi'))).toEqual(['kim@acme.', 'example']);
    expect(await linesOf(who.locator('div'))).toEqual(['as viewer, ', 'by IAM']);
    await close();
  });

  it('choices that do not fit beside each other stand below each other', async () => {
    const { page, close } = await opened('/rejects', 'Of an unknown type', { width: 320 });
    const labels = page.getByRole('radiogroup', { name: 'Where' }).locator('label');
    const boxes = await labels.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(new Set(boxes.map(({ left }) => left)).size).toBe(1);
    expect(new Set(boxes.map(({ top }) => top)).size).toBe(4);
    await close();
  });
});

describe('the figures of the overview', () => {
  it.each([320, 768, 1280])('leave no place in a row empty at %i px', async (width) => {
    const { page, close } = await opened('/', 'Goals reached', { width });
    const figures = page.getByRole('navigation', { name: /^What became of everybody/ });
    const { whole, filled } = await figures.evaluate((all) => {
      const area = ({ width, height }: DOMRect) => width * height;
      const each = [...all.children].map((one) => area(one.getBoundingClientRect()));
      return { whole: area(all.getBoundingClientRect()), filled: each.reduce((sum, one) => sum + one, 0) };
    });
    expect(filled / whole).toBeGreaterThan(0.97);
    await close();
  });
});

/** Of what the keyboard is at: how thick its ring is, and how much it stands out from what is around it. */
const ringOf = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const [ringed] = [at, at?.nextElementSibling]
      .filter((one) => one instanceof HTMLElement)
      .filter((one) => one.offsetWidth > 1 && getComputedStyle(one).opacity !== '0')
      .filter((one) => getComputedStyle(one).outlineStyle === 'solid');
    if (!ringed) return { width: 0, contrast: 0 };
    const { outlineWidth, outlineColor } = getComputedStyle(ringed);
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour)
        .map((value) => value / 255)
        .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let ground = ringed.parentElement;
    while (ground?.parentElement && channels(getComputedStyle(ground).backgroundColor)[3] === 0)
      ground = ground.parentElement;
    const both = [light(outlineColor), light(getComputedStyle(ground ?? document.body).backgroundColor)];
    return {
      width: Number.parseFloat(outlineWidth),
      contrast: (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05),
    };
  });

describe.each(['light', 'dark'] as const)('what has the focus, in %s', (colorScheme) => {
  it.each([
    ['/', 'What we promised'],
    ['/rejects', 'Of an unknown type'],
    ['/customers/ada', 'Mood, and what moved it'],
  ])('has a ring of 2 px that stands out 3:1, fields as well as buttons: %s', async (path, ready) => {
    const { page, close } = await opened(path, ready, { colorScheme });
    await page.locator('main').focus();
    const weak: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const what = await page.evaluate(() => document.activeElement?.closest('main *')?.outerHTML.slice(0, 120));
      if (what === undefined) break;
      const { width, contrast } = await ringOf(page);
      if (width < 2 || contrast < 3) weak.push(`${width} px, ${contrast.toFixed(1)}:1 ${what}`);
    }
    expect(weak).toEqual([]);
    await close();
  });
});
