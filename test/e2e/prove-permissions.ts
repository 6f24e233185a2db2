import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { without } from './rights.ts';
import { ring } from './runs.ts';
import { NeverHappened } from './until.ts';

/** That the run would notice a role that may too little. */
export const provePermissions = async ({ stage }: Run, { prove }: Proofs): Promise<void> => {
  await prove("taking dynamodb:UpdateItem from deliver's role makes the run fail", async () => {
    const id = treated('xeno');
    await without(stage, { role: 'DeliverRole', action: 'dynamodb:UpdateItem' }, async () => {
      await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
      // The same look at the timeline that every other proof takes.
      const seen = await stage.decided(id, 'welcome', undefined, 15).catch((error: unknown) => error);
      must(seen instanceof NeverHappened, `It was decided all the same: ${JSON.stringify(seen)}`);
    });
    await ring(stage, id, 'onboarding');
    const { outcome } = await stage.decided(id, 'welcome');
    must(outcome === 'sent', `With the right back it came to ${outcome}.`);
  });
};
