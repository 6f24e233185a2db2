import type { Explained } from '../../core/explain/explain.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { run as command } from './process.ts';
import { must, type Proofs } from './proofs.ts';

/** An operator asks why of a deployed stage, by the command that they would use. */
export const proveWhy = async ({ stage, env }: Run, { prove }: Proofs): Promise<void> => {
  const why = (...words: string[]) =>
    command(process.execPath, ['cli/tactful.ts', 'why', ...words, '--stage', 'e2e'], { env });
  const join = async (id: string): Promise<void> => {
    await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
    await stage.decided(id, 'welcome', 'held');
  };

  await prove(
    'tactful why names the incident that a message waits for, and it goes out once that is closed',
    async () => {
      const id = treated('rhea');
      await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
      await stage.happen(id, 'support.ticket_opened', { ticketId: 't9', subject: 'Login' });
      await join(id);
      const explanation = await why(id);
      must(explanation.includes('Open: ticket t9, since '), `It does not name the ticket:\n${explanation}`);
      must(explanation.includes('Once ticket t9 is closed'), `It does not say what would change it:\n${explanation}`);
      await stage.happen(id, 'support.ticket_resolved', { ticketId: 't9' });
      await stage.decided(id, 'welcome', 'sent');
      const sent = await why(id);
      must(
        sent.includes('the last reason: something of theirs was still open'),
        `It does not say what the message had waited for:\n${sent}`,
      );
    },
  );

  await prove('tactful why computes mood again from the record as the stage had it', async () => {
    const id = treated('saul');
    await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
    await stage.happen(id, 'feedback.received', { scale: 'csat', score: 1 });
    await join(id);
    const { decisions } = JSON.parse(await why(id, '--json')) as Explained;
    const [heldDecision] = decisions.filter(({ decision }) => decision.reason === 'negative-sentiment');
    must(heldDecision?.unsure === undefined, `The record did not tell: ${heldDecision?.unsure}`);
    const without = heldDecision?.named.without?.map(({ event }) => event).join();
    must(without === 'feedback.received', `Mood was not laid to the answer, but to ${without}.`);
  });
};
