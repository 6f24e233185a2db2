import type { Page } from 'playwright-core';
import { openChromium } from '../console/browser/chromium.ts';
import { type Desk, openDesk } from './console/desk.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';

const MOMENT = 'moments/order-thanks.md';
const JOURNEY = 'journeys/first-order.yaml';

const COPY = `---
moment: order-thanks
title: Thanks for a first order
channels: [email]
because: You ordered from us for the first time.
subject: Thank you for your first order
---
Hello{% if customer.firstName %} {{ customer.firstName }}{% endif %},

thank you for your first order, {{ event.orderId }}. Reply to this message if anything is not as you hoped.
`;

/** Publishing takes longer than a page does. */
const LONG = { timeout: 300_000 };

/** With a step that is misspelt. */
const STEPS = `journey: first-order
title: First order
about: A word of thanks soon after a first order.
purpose: transactional
enter:
  on: purchase.made
  again: never
steps:
  - wait: 6 hours
  - send: order-thank
`;

const ORDER = { amount: 40, currency: 'EUR', category: 'books' };

/** Puts a text into the editor in place of what is there. */
const write = async (page: Page, path: string, text: string): Promise<void> => {
  const editor = page.getByRole('textbox', { name: `The text of ${path}` });
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
};

const begin = async (page: Page, kind: string, title: string): Promise<void> => {
  await page.getByText(kind, { exact: true }).click();
  await page.getByLabel('What people call it').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
};

/** The version that the page of publishing would replace. */
const numberIn = async (page: Page): Promise<number> =>
  Number(/\d+/.exec(await page.getByText(/^in place of version/).innerText())?.[0]);

const isCalm = ({ errors }: Desk): void => must(errors.length === 0, `The page said: ${errors.join('\n')}`);

/** A journey from an idea to a customer's story, by people who have the console alone. */
export const proveWay = async (run: Run, { prove }: Proofs): Promise<void> => {
  const { stage } = run;
  const browser = await openChromium();
  const id = treated('way-orders');
  let publisher: Desk | undefined;
  let before = 0;
  try {
    await prove(
      'way: a marketer signs in and writes a moment and a journey, mends what the checker finds, and saves',
      async () => {
        const desk = await openDesk(run, browser, 'marketer', '/drafts');
        const { page } = desk;
        await begin(page, 'A moment', 'Order thanks');
        await write(page, MOMENT, COPY);
        await page.getByRole('link', { name: 'Draft', exact: true }).last().click();
        await begin(page, 'A journey', 'First order');
        await page.getByRole('tab', { name: 'YAML' }).click();
        await write(page, JOURNEY, STEPS);
        const problems = page.getByRole('region', { name: 'Problems' });
        await problems.getByRole('button', { name: 'line 10' }).waitFor();
        await problems.getByRole('button', { name: /order-thanks/ }).click();
        await page.getByText('No problem in this file', { exact: true }).waitFor();
        await page.getByRole('link', { name: 'Draft', exact: true }).last().click();
        await page.getByRole('button', { name: 'Save all' }).click();
        await page.getByText('not saved', { exact: true }).first().waitFor({ state: 'detached' });
        // As it lies on the stage, not in this browser.
        await page.reload();
        for (const path of [MOMENT, JOURNEY]) {
          const row = page.getByRole('row').filter({ hasText: path }).first();
          await row.getByText('added').waitFor();
        }
        isCalm(desk);
      },
    );

    await prove('way: a publisher lets it go out with a note, and sees it come to its end', async () => {
      publisher = await openDesk(run, browser, 'publisher', '/publish');
      const { page } = publisher;
      await page.getByText('nothing is wrong').waitFor();
      before = await numberIn(page);
      await page.getByLabel('What changes, and why').fill('Thanks for a first order');
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByText(/\(\d+ of \d+\)/).waitFor();
      await page.getByText(`in place of version ${before + 1}`).waitFor(LONG);
      isCalm(publisher);
    });

    await prove('way: a customer orders, and an agent reads in their story what they were sent', async () => {
      await stage.happen(id, 'customer.imported', { email: addressOf(id), firstName: 'Olga', plan: 'solo' });
      await stage.happen(id, 'purchase.made', { orderId: 'o-1', ...ORDER });
      await stage.decided(id, 'order-thanks', 'sent');
      const subjects = (await stage.emails(addressOf(id))).map(({ Content }) => Content.Simple.Subject.Data);
      must(subjects.join() === 'Thank you for your first order', `They got ${subjects.join()}.`);
      const desk = await openDesk(run, browser, 'agent', `/customers/${id}`);
      await desk.page
        .getByText(/Thanks for a first order/)
        .first()
        .waitFor();
      await desk.page.reload();
      await desk.page
        .getByText(/Thanks for a first order/)
        .first()
        .waitFor();
      isCalm(desk);
    });

    await prove('way: a viewer is offered no publishing, and is refused when they try it all the same', async () => {
      const desk = await openDesk(run, browser, 'viewer', '/publish');
      const { page } = desk;
      await page.getByText(/Who has the role publisher can publish/).waitFor();
      must((await page.getByRole('button', { name: 'Publish', exact: true }).count()) === 0, 'It has the button.');
      const status = await page.evaluate(async () => {
        const key = Object.keys(sessionStorage).find((each) => each.startsWith('oidc.user:')) ?? '';
        const { access_token: token } = JSON.parse(sessionStorage.getItem(key) ?? '{}');
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const body = JSON.stringify({ note: 'not mine to do', base: 1 });
        return (await fetch('/api/drafts/publish', { method: 'POST', headers, body })).status;
      });
      must(status === 403, `A viewer who publishes got ${status}.`);
      isCalm(desk);
    });

    await prove('way: what was published is taken back on the page of versions', async () => {
      must(publisher !== undefined, 'Nobody published.');
      const { page } = publisher as Desk;
      await page.getByRole('link', { name: 'Versions' }).click();
      await page.getByRole('button', { name: `Go back to ${before}` }).click();
      await page.getByLabel('Why').fill('It was a try');
      await page.getByRole('button', { name: 'Go back', exact: true }).click();
      await page.getByText('It is published again.').waitFor(LONG);
      await page.getByRole('button', { name: 'Good' }).click();
      isCalm(publisher as Desk);
    });
  } finally {
    await browser.close();
  }
};
