import type { Browser, Page } from 'playwright-core';

export interface Opened {
  page: Page;
  /** What went wrong in it: thrown, or said to be an error. An answer that is no 2xx is none of it. */
  errors: string[];
  close: () => Promise<void>;
}

const isOurs = (text: string): boolean => !text.startsWith('Failed to load resource');

/** A page of its own, as somebody in London has it. */
export const openPage = async (
  browser: Browser,
  { colorScheme = 'light' as 'light' | 'dark', width = 1280 } = {},
): Promise<Opened> => {
  const context = await browser.newContext({
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    viewport: { width, height: 860 },
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && isOurs(message.text())) errors.push(message.text());
  });
  return { page, errors, close: () => context.close() };
};
