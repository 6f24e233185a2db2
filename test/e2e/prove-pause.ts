import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { run as command } from './process.ts';
import { must, type Proofs } from './proofs.ts';
import { until } from './until.ts';

let count = 0;

/** What a first question to support comes to just now. */
const answered = async ({ stage }: Run): Promise<DecisionEntry> => {
  const id = treated(`sven-${++count}`);
  await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
  await stage.happen(id, 'support.ticket_opened', { ticketId: `p${count}`, subject: 'Login' });
  return stage.decided(id, 'ticket-received');
};

/** Functions know of a flag within a minute; whoever comes until then is not what is looked for. */
const comesTo = (run: Run, what: string, is: (decision: DecisionEntry) => boolean) =>
  until(what, async () => is(await answered(run)));

/** An operator holds a journey of a deployed stage and lets it go on, by the command that they would use. */
export const provePause = async (run: Run, { prove }: Proofs): Promise<void> => {
  const tactful = (...words: string[]) =>
    command(process.execPath, ['cli/tactful.ts', ...words, '--stage', 'e2e'], { env: run.env });
  await prove('tactful pause holds a journey without a deploy, tactful resume lets it go on', async () => {
    must((await tactful('pause', 'first-support')).includes('is paused'), 'The command did not say that it paused.');
    must((await tactful('paused')).trim() === 'first-support', 'The journey is not listed as paused.');
    await comesTo(run, 'the journey is held', ({ reason }) => reason.endsWith('journey-paused'));
    await tactful('resume', 'first-support');
    await comesTo(run, 'the journey goes on', ({ outcome }) => outcome === 'sent');
  });
};
