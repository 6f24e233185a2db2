import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serveLocally } from '../../../cli/console/serve.ts';
import { openLocal } from '../../functions/api/local.ts';
import { event, signedUp } from '../../functions/api/world.ts';
import { kinds, limits, openChoice } from '../../support/choice-pages.ts';
import { choosingCatalogue } from '../../support/choosing.ts';
import { openChromium } from './chromium.ts';
import { faultsOf } from './faults.ts';

const SIZES = [320, 390, 1280].map((width) => ({ width, height: 860 }));

let browser: Browser;
let serving: Serving;
let url: string;
let local: Awaited<ReturnType<typeof openLocal>>;

beforeAll(async () => {
  local = await openLocal();
  for (const id of ['ada', 'bea', 'carl', 'dora'])
    await local.send(
      signedUp(id, { firstName: 'Ada', ...(id === 'carl' ? { locale: 'de-AT' } : {}) }),
      event(
        'partner.profile_matched',
        { customerId: id, company: 'Harbour Prints & <Sons> of a very long name' },
        `p-${id}`,
      ),
      event(
        'feedback.received',
        { customerId: id, scale: 'nps', score: 9, text: 'Really helpful, thank you!' },
        `n-${id}`,
      ),
      event(
        'support.ticket_opened',
        {
          customerId: id,
          ticketId: `t-${id}`,
          subject: 'Import',
          body: 'This is useless, nothing works and nobody helps. I am furious.',
        },
        `e-${id}`,
      ),
    );
  [browser, serving] = await Promise.all([openChromium(), serveLocally(local.app, 0)]);
  url = `http://localhost:${serving.port}`;
});
afterAll(async () => {
  await browser.close();
  await serving.close();
});

/** Where the link of a message of somebody's leads. */
const pageOf = (customer: string, use: 'preferences' | 'known' = 'preferences') =>
  `${url}${local.local.links[use](customer)}`;

/** As somebody has it who has no script; the scheme and the width of their device. */
const open = async ({
  javaScriptEnabled = false,
  width = 390,
  colorScheme = 'light' as 'light' | 'dark',
  locale = 'en-GB',
} = {}) => {
  const context = await browser.newContext({
    javaScriptEnabled,
    colorScheme,
    locale,
    viewport: { width, height: 860 },
  });
  return { page: await context.newPage(), close: () => context.close() };
};

/** A word that no phone has room for in one line. */
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützengutschein';

/** Serves the pages of somebody who was asked what would help, of kinds one of which has a long name. */
const openWhatHelps = async (given: Parameters<typeof openChoice>[0] = {}) => {
  const all = kinds();
  const named = { ...all, credit: { ...all.credit, title: { en: LONG, de: LONG } } };
  const ada = await openChoice({ catalogue: choosingCatalogue({ limits, kinds: named }), ...given });
  const pages = await serveLocally(ada.app, 0);
  return { ada, at: `http://localhost:${pages.port}${ada.link()}`, close: pages.close };
};

describe('what would help', () => {
  it.each([
    { name: 'choice', query: '?answer=points' },
    { name: 'choice-gone', query: '?answer=credit', spent: 500 },
    { name: 'choice-nothing', query: '', spent: 950 },
    { name: 'choice-reserved', query: '', presses: 'credit' },
    { name: 'choice-late', query: '', presses: 'credit', isLate: true },
    { name: 'choice-person', query: '', presses: 'person' },
  ])(
    '$name is accessible in light and dark, and fits a small phone',
    async ({ name, query, spent, presses, isLate }) => {
      const help = await openWhatHelps(isLate ? { isLate } : {});
      if (spent) await help.ada.spend(spent);
      const { page, close } = await open({ javaScriptEnabled: true });
      await page.goto(`${help.at}${query}`);
      if (presses) {
        await page.locator(`input[value=${presses}]`).check();
        await page.locator('button.main').click();
        await page.getByRole('status').waitFor();
      }
      expect(await faultsOf(page, name, SIZES)).toEqual([]);
      await close();
      await help.close();
    },
  );
});

describe('a page for customers', () => {
  it.each([
    { name: 'preferences', path: () => pageOf('ada') },
    { name: 'known', path: () => pageOf('ada', 'known') },
    { name: 'known-german', path: () => pageOf('carl', 'known') },
    { name: 'erase', path: () => `${pageOf('ada', 'known')}/erase` },
    { name: 'unsubscribe', path: () => `${url}${local.local.links.unsubscribe('ada', 'product-tips', 'email')}` },
    { name: 'nothing', path: () => `${url}/known/none` },
  ])('$name is accessible in light and dark, and fits a small phone', async ({ name, path }) => {
    const { page, close } = await open({ javaScriptEnabled: true });
    await page.goto(path());
    for (const details of await page.locator('summary').all()) await details.click();
    expect(await faultsOf(page, name, SIZES)).toEqual([]);
    await close();
  });

  it('works without a script: a mood that was understood wrong lets go of what was held', async () => {
    const { page, close } = await open({ width: 320 });
    await page.goto(pageOf('bea'));
    await page.getByRole('link', { name: 'What we know about you' }).click();
    await page.getByRole('heading', { level: 1, name: 'What we know about you' }).waitFor();
    expect((await local.local.world.customer('bea'))?.mood.negativeUntil).toBeGreaterThan(local.clock.now);
    await page
      .getByRole('listitem')
      .filter({ hasText: 'You wrote on' })
      .filter({ hasText: 'unhappy' })
      .getByRole('button', { name: /^That is not right/ })
      .first()
      .click();
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('status').textContent()).toContain('It counts no more');
    expect((await local.local.world.customer('bea'))?.mood.negativeUntil).toBeLessThanOrEqual(local.clock.now);
    await close();
  });

  it('works without a script: a fact is corrected, another taken away', async () => {
    const { page, close } = await open();
    await page.goto(pageOf('bea', 'known'));
    await page.getByText('Correct: First name').click();
    await page.getByLabel('What is right? First name').fill('Beatrix');
    await page.getByRole('listitem').filter({ hasText: 'First name' }).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: First name.').waitFor();
    await page.getByRole('button', { name: /^That is wrong, remove it.*Company$/ }).click();
    await page.getByText('Removed: Company.').waitFor();
    const attributes = (await local.local.world.customer('bea'))?.attributes;
    expect(attributes?.firstName).toMatchObject({ value: 'Beatrix', provenance: 'stated' });
    expect(attributes?.company).toBeUndefined();
    await close();
  });

  it('works without a script: how often, and when not', async () => {
    const { page, close } = await open();
    await page.goto(pageOf('bea'));
    await page.getByLabel('Fewer: half as many at most').check();
    await page.getByRole('group', { name: 'How often' }).waitFor();
    await page.locator('button[value=frequency]').click();
    await page.getByRole('status').waitFor();
    await page.getByLabel('Quiet from').selectOption('09:00');
    await page.getByLabel('to', { exact: true }).selectOption('17:00');
    await page.getByRole('button', { name: 'Save quiet hours' }).click();
    await page.getByText('You chose: nothing from 09:00 to 17:00').waitFor();
    expect(await local.local.world.customer('bea')).toMatchObject({
      frequency: { choice: 'fewer' },
      hours: { from: '09:00', to: '17:00' },
    });
    await close();
  });

  it('can be gone back to after two saves, as any page', async () => {
    const { page, close } = await open();
    await page.goto(pageOf('ada'));
    await page.locator('input[value=necessary]').check();
    await page.locator('button[value=frequency]').click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('button', { name: '1 week' }).click();
    await page.getByText('Enjoy the quiet.').waitFor();
    await page.getByRole('link', { name: 'What we know about you' }).click();
    await page.getByRole('heading', { level: 1, name: 'What we know about you' }).waitFor();
    for (let back = 0; back < 2; back += 1) {
      await page.goBack();
      await page.getByRole('button', { name: 'Write to me again' }).waitFor();
      expect(await page.locator('input[name=frequency]:checked').getAttribute('value')).toBe('necessary');
    }
    await close();
  });

  it('works without a script: all of it can be taken away, and then deleted', async () => {
    const { page, close } = await open();
    await page.goto(pageOf('dora', 'known'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download all that is held of you' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('about-me.json');
    await page.getByRole('link', { name: 'Delete everything about me' }).click();
    await page.getByLabel('Yes, delete everything. It cannot be undone.').check();
    await page.getByRole('button', { name: 'Delete everything about me' }).click();
    await page.getByRole('heading', { name: 'You are being deleted' }).waitFor();
    expect(await local.local.world.customer('dora')).toBeUndefined();
    expect(local.local.world.timeline.of('dora')).toEqual([]);
    expect(local.db.prepare("SELECT count(*) AS n FROM arrivals WHERE raw LIKE '%dora%'").get()).toEqual({ n: 0 });
    await page.goto(pageOf('dora', 'known'));
    await page.getByText('We know nothing about you.').waitFor();
    await close();
  });
});
