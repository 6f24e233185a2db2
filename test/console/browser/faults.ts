import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Where each page is kept as people see it, if they ask for it with PICTURES=1: no test compares them, and they take as long as all else here. */
const PICTURES = process.env.PICTURES === undefined ? undefined : 'coverage/console';

// A frame in which no program may run cannot be asked: a mail in one is looked at by itself.
export const axeOf = (page: Page): AxeBuilder => new AxeBuilder({ page }).exclude('iframe[sandbox]');

/** What axe has to say against a page. */
export const breachesOf = async (axe: AxeBuilder): Promise<string[]> => {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => `${id}: ${html} ${any[0]?.message ?? all[0]?.message ?? ''}`),
  );
};

/** How much wider the page is than the window: nothing, if one need not scroll sideways. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** What speaks against a page in light and dark, by axe and at each size of a window. `name`: of its pictures. */
export const faultsOf = async (
  page: Page,
  name: string,
  sizes: { width: number; height: number }[],
): Promise<string[]> => {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of sizes) {
      await page.setViewportSize(size);
      const tooWide = await overhang(page);
      if (tooWide > 0) faults.push(`${colorScheme}, ${size.width} px: ${tooWide} px too wide`);
      if (PICTURES)
        await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${size.width}.png`, fullPage: true });
    }
    // Colours are all that the dark has of its own.
    const axe = colorScheme === 'light' ? axeOf(page) : axeOf(page).withRules(['color-contrast']);
    faults.push(...(await breachesOf(axe)).map((breach) => `${colorScheme}: ${breach}`));
  }
  return faults;
};
