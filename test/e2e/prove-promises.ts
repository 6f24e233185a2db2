import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { PromiseEntry } from '../../core/customer/model/journal.ts';
import type { PromiseFigures } from '../../functions/shared/promise-figures.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { run as command } from './process.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

const arrive = (stage: Stage, id: string): Promise<string> =>
  stage.happen(id, 'customer.imported', { email: addressOf(id), firstName: 'Pia', since: '2020-01-01' });

/** What the timeline says of the promise of a moment, up to a word of it. */
const promised = (stage: Stage, id: string, moment: string, last: PromiseEntry['status']): Promise<string> =>
  until(`the promise of ${moment} to ${id} is ${last}`, async () => {
    const statuses = (await stage.timeline(id)).flatMap((entry) =>
      entry.kind === 'promise' && entry.moment === moment ? [entry.status] : [],
    );
    return statuses.at(-1) === last && statuses.join();
  });

const proveKept = async (stage: Stage): Promise<void> => {
  const id = treated('pia');
  await arrive(stage, id);
  await stage.happen(id, 'proposal.made', { proposalId: 'p21', title: 'A dark theme' });
  await stage.decided(id, 'proposal-received', 'sent');
  await stage.happen(id, 'proposal.accepted', { proposalId: 'p21', words: 'We begin in April.' });
  const statuses = await promised(stage, id, 'proposal-received', 'kept');
  must(statuses === 'made,kept', `The timeline says ${statuses}.`);
  must((await stage.customer(id))?.promises === undefined, 'The item still waits for it.');
  await stage.decided(id, 'proposal-accepted', 'sent');
};

/** Ten working days are a hundred seconds here, and nobody answers. */
const proveTold = async (stage: Stage): Promise<void> => {
  const id = treated('paula');
  await arrive(stage, id);
  await stage.happen(id, 'proposal.made', { proposalId: 'p22', title: 'A light theme' });
  await stage.decided(id, 'proposal-received', 'sent');
  await stage.decided(id, 'promise-due-soon', 'sent');
  const statuses = await promised(stage, id, 'proposal-received', 'due-soon');
  must(statuses === 'made,due-soon', `The timeline says ${statuses}.`);
};

/** A working day is ten seconds here, and nobody answers: less than timers are late by, so nobody may have been told before. */
const proveBroken = async (stage: Stage): Promise<void> => {
  const id = treated('ronja');
  await arrive(stage, id);
  await stage.happen(id, 'support.ticket_opened', { ticketId: 't21', subject: 'Login' });
  await stage.decided(id, 'ticket-received', 'sent');
  await stage.decided(id, 'promise-broken-apology', 'sent');
  await stage.stands(id, 'has an incident of ours', ({ incidents }) =>
    Object.entries(incidents).some(([name, { closedAt }]) => name === 'promise:ticket-received' && !closedAt),
  );
  await stage.happen(id, 'support.ticket_resolved', { ticketId: 't21' });
  const statuses = await promised(stage, id, 'ticket-received', 'kept-late');
  must(/^made,(due-soon,)?broken,kept-late$/.test(statuses), `The timeline says ${statuses}.`);
  const { incidents } = await stage.stands(id, 'is owed nothing', ({ promises }) => promises === undefined);
  must(incidents['promise:ticket-received']?.closedAt !== undefined, 'The incident is still open.');
};

const proveListed = async ({ env }: Run): Promise<void> => {
  const list = async (): Promise<PromiseFigures[]> =>
    JSON.parse(await command(process.execPath, ['cli/tactful.ts', 'promises', '--json', '--stage', 'e2e'], { env }));
  await until(
    'a kept and a broken promise are counted',
    async () => {
      const figures = await list();
      const of = (name: string) => figures.find(({ moment }) => moment === name);
      return (of('proposal-received')?.kept ?? 0) > 0 && (of('ticket-received')?.keptLate ?? 0) > 0;
    },
    // Census counts a minute's commits at a time.
    { every: 2000 },
  );
};

/** By another hand than the stage's own, which keeps account of what it tells. */
const ship = async ({ bus, prefix }: Stage, change: object): Promise<void> => {
  const type = { Source: 'acme.product', DetailType: 'change.shipped' };
  const entry = { EventBusName: prefix, ...type, Detail: JSON.stringify(change) };
  const { FailedEntryCount } = await bus.send(new PutEventsCommand({ Entries: [entry] }));
  must(FailedEntryCount === 0, 'The bus did not take the change.');
};

const proveChange = async (stage: Stage): Promise<void> => {
  const [asker, silent] = [treated('silas'), treated('tess')];
  for (const id of [asker, silent]) await arrive(stage, id);
  await stage.happen(asker, 'feedback.received', { text: 'I like it. An export to CSV would help me.' });
  await until(
    'who asked is found by the theme',
    async () => {
      const query = new QueryCommand({
        TableName: `${stage.prefix}-records`,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'theme#export' } },
      });
      const { Items = [] } = await stage.dynamo.send(query);
      return Items.some(({ customer }) => customer?.S === asker);
    },
    { every: 1000 },
  );
  const change = { theme: 'export', what: 'Every list can be downloaded as CSV.' };
  // Whoever sends it twice tells it once.
  for (let time = 0; time < 2; time++) await ship(stage, change);
  await stage.decided(asker, 'you-said-we-did', 'sent');
  const letters = (await stage.emails(addressOf(asker))).map(({ Content }) => Content.Simple.Body?.Text?.Data ?? '');
  must(letters.length === 1, `${letters.length} letters went out.`);
  must(letters.join().includes('An export to CSV would help me.'), `It does not say what they said:\n${letters}`);
  must(letters.join().includes(change.what), `It does not say what has changed:\n${letters}`);
  const entries = (await stage.timeline(silent)).filter(({ kind }) => kind === 'entered' || kind === 'not-entered');
  must(entries.length === 0, 'Somebody who had asked for nothing was told.');
};

/** What copy promised is kept or broken, and who asked hears of the change. */
export const provePromises = async (run: Run, { prove }: Proofs): Promise<void> => {
  const { stage } = run;
  await Promise.all([
    prove('a promise is kept by the event that its message names', () => proveKept(stage)),
    prove('the team is told of a promise before its time is over', () => proveTold(stage)),
    prove('a promise that nobody keeps breaks, is apologised for, and is kept late', () => proveBroken(stage)),
    prove('a change is told to who had asked for it, once, with their own words, and to nobody else', () =>
      proveChange(stage),
    ),
  ]);
  await prove('tactful promises lists what was kept and broken on a stage', () => proveListed(run));
};
