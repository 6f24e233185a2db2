import type { Browser, Page } from 'playwright-core';
import { openPage } from '../../console/browser/open-page.ts';
import type { Run } from '../open-run.ts';
import { PASSWORD, type RoleName } from './everybody.ts';
import { createUser } from './people.ts';

/** Somebody before the console, signed in by the program itself. */
export interface Desk {
  email: string;
  page: Page;
  /** What went wrong in the page. */
  errors: string[];
}

/** Puts somebody of a role into the pool, opens a page of the console as they would, and signs in on the hosted page. */
export const openDesk = async (
  { stage: { endpoint }, outputs: { UserPool = '', ConsoleUrl = '' } }: Run,
  browser: Browser,
  role: RoleName,
  path: string,
  email = `new-${role}@acme.example`,
): Promise<Desk> => {
  await createUser(endpoint, UserPool, { email, password: PASSWORD }, [role]);
  const { page, errors } = await openPage(browser, { width: 1440 });
  page.setDefaultTimeout(180_000);
  await page.goto(`${ConsoleUrl}${path}`);
  await page.fill('input[name="username"]', email);
  await page.fill('input[name="password"]', PASSWORD);
  await page.click('[type=submit]');
  await page.waitForURL(`${ConsoleUrl}${path}`);
  await page.getByText(email).first().waitFor();
  return { email, page, errors };
};
