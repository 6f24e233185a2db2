import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type Signable, signRequest, WINDOW } from '../../functions/inbox/signed-request.ts';
import { hear } from './hear.ts';
import type { Run } from './open-run.ts';
import { treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { until } from './until.ts';

interface InboxRequest extends Partial<Signable> {
  customer?: string;
  time?: number;
  nonce?: string;
  unsigned?: true;
}

/** The backend of a product. The host of an API is a name that only AWS's DNS knows; the loopback takes it in the path. */
const openBackend = async ({ stage, outputs }: Run) => {
  const secrets = new SecretsManagerClient({
    endpoint: stage.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const secret = await secrets.send(new GetSecretValueCommand({ SecretId: outputs.InboxKeySecret ?? '' }));
  const key = secret.SecretString ?? '';
  const [api] = new URL(outputs.InboxUrl ?? '').host.split('.');
  let nonces = 0;
  return async ({
    customer,
    time = Date.now(),
    nonce = `e2e-inbox-nonce-${nonces++}`,
    unsigned,
    ...more
  }: InboxRequest) => {
    const query = new URLSearchParams(customer === undefined ? {} : { customer });
    const request = { method: 'GET', path: '/inbox', query, body: '', ...more };
    const by = signRequest(key, request, { time: String(Math.floor(time / 1000)), nonce });
    const headers = Object.entries(by).map(([name, value]) => [`x-tactful-${name}`, value] as [string, string]);
    const search = query.size > 0 ? `?${query}` : '';
    const answer = await fetch(`${stage.endpoint}/_aws/execute-api/${api}/$default${request.path}${search}`, {
      method: request.method,
      headers: unsigned ? {} : Object.fromEntries(headers),
      ...(request.method === 'POST' && { body: request.body }),
    });
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
};

const proveRead = async (run: Run): Promise<void> => {
  const { stage } = run;
  const ready = await hear(stage, 'product', 'message.ready');
  const ask = await openBackend(run);
  const id = treated('iris');
  // Nobody can write to her: she has no address, and a product that shows her messages.
  await stage.happen(id, 'customer.signed_up', { plan: 'team' });
  const { channel } = await stage.decided(id, 'tip-team', 'sent');
  must(channel === 'inbox', `The tip went by ${channel}.`);
  const event = await until('message.ready is on the bus', async () =>
    (await ready()).find(({ customerId }) => customerId === id),
  );
  const { body } = await ask({ customer: id });
  const [message] = body.messages;
  must(body.unread === 1 && message?.id === event.decision, `The inbox has ${JSON.stringify(body)}.`);
  must(message.title === 'Three roles cover most teams', `It is headed ${message.title}.`);
  must(message.html.includes('<strong>') && !message.text.includes('<'), 'The tip lacks one of its forms.');

  const refused = async (request: InboxRequest, why: RegExp) => {
    const answer = await ask({ customer: id, ...request });
    must(answer.status === 401 && why.test(answer.body.detail), `It answered ${JSON.stringify(answer)}.`);
  };
  await refused({ unsigned: true }, /not signed/);
  await refused({ time: Date.now() - WINDOW - 2000 }, /x-tactful-time/);
  const nonce = 'e2e-inbox-nonce-twice';
  must((await ask({ customer: id, nonce })).status === 200, 'A new number was refused.');
  await refused({ nonce }, /used before/);

  const mark = (what: string) =>
    ask({ method: 'POST', path: `/inbox/${what}`, body: JSON.stringify({ customer: id, ids: [message.id] }) });
  const delivered = async (status: string): Promise<number> =>
    (await stage.timeline(id)).filter((entry) => entry.kind === 'delivery' && entry.status === status).length;
  must((await mark('read')).body.unread === 0, 'It is still unread.');
  await until('she is heard to have read it', async () => (await delivered('read')) === 1);
  await mark('read');
  must((await mark('dismiss')).status === 200, 'It cannot be put away.');
  await until('she is heard to have put it away', async () => (await delivered('dismissed')) === 1);
  must((await delivered('read')) === 1, 'It was told as read twice.');
  must((await ask({ customer: id })).body.messages.length === 0, 'What was put away is still there.');
};

/** The inbox that a product shows. */
export const proveInbox = (run: Run, { prove }: Proofs): Promise<void> =>
  prove('an inbox is read by signed requests alone; what was read and put away is heard', () => proveRead(run));
