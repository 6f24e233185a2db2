import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { openChromium } from '../console/browser/chromium.ts';
import { ask } from './console/ask.ts';
import { cognitoOf, type Signed, signEverybodyIn } from './console/everybody.ts';
import { proveActs, proveNote } from './console/prove-acts.ts';
import { proveDraft } from './console/prove-draft.ts';
import { proveRoles } from './console/prove-roles.ts';
import { proveTokens } from './console/prove-tokens.ts';
import { proveUsers } from './console/prove-users.ts';
import type { Run } from './open-run.ts';
import { must, type Proofs } from './proofs.ts';
import { proveCapacity } from './prove-capacity.ts';
import { proveCrowdWork } from './prove-crowd.ts';
import { proveGestures } from './prove-gestures.ts';
import { proveTasks } from './prove-tasks.ts';

const proveSite = async (run: Run, { where: { url } }: Signed, { prove }: Proofs): Promise<void> => {
  await prove(
    'console: the page is for anybody, says how one signs in, and runs nothing but its own program',
    async () => {
      const page = await ask(url, '/customers/ada@example.com', { headers: { accept: 'text/html' } });
      must(
        page.status === 200 && page.text.includes('name="tactful-sign-in"'),
        `The page is ${page.text.slice(0, 300)}`,
      );
      const policy = String(page.headers['content-security-policy']);
      must(/script-src 'self';/.test(policy) && /frame-ancestors 'none'/.test(policy), `Its policy is ${policy}`);
      const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page.text) ?? [];
      const asset = await ask(url, script, { headers: { 'accept-encoding': 'gzip' } });
      must(asset.status === 200 && asset.headers['content-encoding'] === 'gzip', `${script} got ${asset.status}.`);
    },
  );
  await prove('console: the pool lets nobody in by themselves', async () => {
    const errorName = await cognitoOf(run)
      .send(new AdminGetUserCommand({ UserPoolId: run.outputs.UserPool, Username: 'eve@example.com' }))
      .catch((error: Error) => error.name);
    must(errorName === 'UserNotFoundException', 'Somebody is there whom nobody put there.');
  });
};

/** The console as it is deployed: people of each role sign in on the hosted page, and may what they may. `quiet` is when nobody else is on the stage. */
export const proveConsole = async (run: Run, proofs: Proofs, quiet: Promise<void>): Promise<void> => {
  const browser = await openChromium();
  try {
    const signed = await signEverybodyIn(run, browser);
    // While it runs whoever signs in is out again after a second.
    await proveTokens(run, signed, proofs);
    const work = async (): Promise<void> => {
      await Promise.all([proveTasks(run, signed, proofs), proveCrowdWork(run, signed, proofs)]);
      await quiet;
      // It gives up what comes after all that a team can do, whose ever it is.
      await proveCapacity(run, signed, proofs);
    };
    const rest = async (): Promise<void> => {
      await quiet;
      await proveRoles(signed, proofs);
      await proveActs(run, signed, proofs);
      await proveDraft(signed, proofs);
      await proveUsers(run, signed, proofs);
    };
    await Promise.all([
      work(),
      rest(),
      quiet.then(() => proveGestures(run, proofs)),
      proveNote(run, signed, proofs),
      proveSite(run, signed, proofs),
    ]);
  } finally {
    await browser.close();
  }
};
