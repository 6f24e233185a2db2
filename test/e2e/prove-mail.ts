import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';

/** SES's own simulator: what is sent there bounces. */
const BOUNCES = 'bounce@simulator.amazonses.com';

const proveBounce = async (stage: Stage): Promise<void> => {
  const id = treated('sven');
  await stage.happen(id, 'customer.imported', { email: BOUNCES });
  await stage.happen(id, 'support.ticket_opened', { ticketId: 't1', subject: 'Login' });
  const first = await stage.decided(id, 'ticket-received');
  must(first.outcome === 'sent' && first.channel === 'email', `The first email came to ${first.outcome}.`);
  await stage.stands(id, 'has a bounced address', ({ unreachable }) => unreachable.email?.why === 'bounced');
  const before = (await stage.emails(BOUNCES)).length;
  await stage.happen(id, 'support.ticket_resolved', { ticketId: 't1' });
  const next = await stage.decided(id, 'ticket-check-in');
  must(next.channel !== 'email', `The next message went by ${next.channel} all the same.`);
  must((await stage.emails(BOUNCES)).length === before, 'Another email was sent to an address that bounced.');
};

/** The link that a mail client calls without a person seeing a page. */
const oneClick = async (stage: Stage, api: string, id: string): Promise<Response> => {
  const [email] = await stage.emails(addressOf(id));
  const headers = email?.Content.Simple.Headers ?? [];
  const header = (name: string) => headers.find(({ Name }) => Name.toLowerCase() === name)?.Value ?? '';
  must(header('list-unsubscribe-post') === 'List-Unsubscribe=One-Click', 'The email does not offer one click.');
  const link = /<(https?:[^>]+)>/.exec(header('list-unsubscribe'))?.[1] ?? '';
  must(link.startsWith(api), `The link ${link} is not one of ${api}.`);
  // The host of an API is a name that only AWS's DNS knows; the loopback takes it in the path.
  const { host, pathname } = new URL(link);
  return fetch(`${stage.endpoint}/_aws/execute-api/${host.split('.')[0]}/$default${pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
};

const proveUnsubscribe = async (stage: Stage, api: string): Promise<void> => {
  const id = treated('tara');
  await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
  await stage.decided(id, 'welcome');
  const answer = await oneClick(stage, api, id);
  must(answer.ok, `The page answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  await stage.stands(
    id,
    'has withdrawn the topic',
    ({ consent }) => consent['topic:getting-started']?.choice === 'withdrawn',
  );
  const tip = await stage.decided(id, 'tip-first-step');
  must(
    tip.outcome === 'suppressed' && tip.reason === 'unsubscribed',
    `The tip came to ${tip.outcome} (${tip.reason}).`,
  );
  await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
  const last = await stage.decided(id, 'first-value');
  must(last.reason === 'unsubscribed', `The last word, of the same topic, came to ${last.outcome} (${last.reason}).`);
  const emails = await stage.emails(addressOf(id));
  must(emails.length === 1, `${emails.length} emails were sent.`);
};

/** What comes back from mail: bounces and clicks. */
export const proveMail = async ({ stage, outputs }: Run, { prove }: Proofs): Promise<void> => {
  await Promise.all([
    prove('a bounce stops the next email', () => proveBounce(stage)),
    prove('one-click unsubscribe by a plain POST stops the topic everywhere', () =>
      proveUnsubscribe(stage, outputs.PreferencesUrl ?? ''),
    ),
  ]);
};
