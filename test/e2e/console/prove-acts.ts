import type { Run } from '../open-run.ts';
import { addressOf, treated } from '../people.ts';
import { run as runCommand } from '../process.ts';
import { must, type Proofs } from '../proofs.ts';
import { until } from '../until.ts';
import { ask, type RequestOptions } from './ask.ts';
import { isProblem, nameOf, type RoleName, type Signed } from './everybody.ts';

const auditOf = async ({ where: { url }, tokens }: Signed, query = ''): Promise<Record<string, unknown>[]> => {
  const { json } = await ask(url, `/api/audit?count=200${query}`, { token: tokens.admin.access });
  return json.items;
};

/** That what people do is done, and on record. */
export const proveActs = async (run: Run, signed: Signed, { prove }: Proofs): Promise<void> => {
  const { where, tokens } = signed;
  const { url } = where;
  const as = (role: RoleName, path: string, more: RequestOptions = {}) =>
    ask(url, path, { token: tokens[role].access, ...more });

  await prove(
    'console: a marketer pauses and resumes a journey, a viewer does not, and the log has all of it',
    async () => {
      const path = '/api/journeys/renewal';
      const refused = await as('viewer', `${path}/pause`, { method: 'POST', body: {} });
      must(refused.status === 403 && refused.json.roles.includes('marketer'), `A viewer got ${refused.text}`);
      for (const verb of ['pause', 'resume']) {
        const { status, text } = await as('marketer', `${path}/${verb}`, { method: 'POST', body: {} });
        must(status === 200, `${verb} came to ${status}: ${text}`);
      }
      const lines = (await auditOf(signed)).filter(({ act }) => act === 'pauseJourney' || act === 'resumeJourney');
      // Above what everybody was refused before.
      const summaries = lines
        .slice(0, 3)
        .map(({ who, act, outcome }) => [(who as { name: string }).name, act, outcome].join(' '));
      must(
        summaries.join('; ') ===
          'marketer@acme.example resumeJourney done; marketer@acme.example pauseJourney done; viewer@acme.example pauseJourney refused',
        `The log says: ${summaries.join('; ')}`,
      );
    },
  );

  await prove(
    'console: an event that somebody sends goes the whole way, and the story has what came of it',
    async () => {
      const id = treated('connie');
      const detail = { customerId: id, email: addressOf(id), plan: 'solo', firstName: 'Connie' };
      const sent = await as('marketer', '/api/events', {
        method: 'POST',
        body: { source: 'acme.shop', 'detail-type': 'customer.signed_up', detail },
      });
      must(sent.status === 200 && sent.json.entries[0].status === 'accepted', `It was ${sent.text}`);
      await run.stage.decided(id, 'welcome');
      const story = await as('agent', `/api/customers/${id}`);
      must(story.status === 200, `The story is ${story.text.slice(0, 500)}`);
      const titles = story.json.timeline.map(({ title }: { title: string }) => title);
      must(titles.length > 1, `The story says: ${titles.join('; ')}`);
      const why = await as('agent', `/api/customers/${id}/why`);
      must(why.status === 200 && why.json.decisions.length > 0, `Why is ${why.text.slice(0, 500)}`);
    },
  );

  await prove('console: what is too much is 413, and what is no JSON is 400', async () => {
    const large = await as('marketer', '/api/moments/welcome/preview', { method: 'POST', body: 'x'.repeat(1_100_000) });
    must(large.status === 413 && isProblem(large), `A body of 1.1 MB got ${large.status}.`);
    const torn = await as('marketer', '/api/rejects/redrive', { method: 'POST', body: '{' });
    must([400, 403].includes(torn.status) && isProblem(torn), `Half a body got ${torn.status}.`);
  });

  await prove('console: what an operator does at a terminal is in the log, with who IAM says it was', async () => {
    await runCommand(process.execPath, ['cli/tactful.ts', 'pause', 'renewal', '--stage', 'e2e'], { env: run.env });
    await runCommand(process.execPath, ['cli/tactful.ts', 'resume', 'renewal', '--stage', 'e2e'], { env: run.env });
    const lines = (await auditOf(signed)).filter(({ act }) => act === 'pause' || act === 'resume');
    must(lines.length === 2, `The log has ${JSON.stringify(lines)}`);
    for (const { who } of lines) {
      const { name, vouched } = who as { name: string; vouched: string };
      must(vouched === 'iam' && name.startsWith('arn:aws:'), `Who it was: ${JSON.stringify(who)}`);
    }
  });
};

/** What a colleague notes of a customer; that it goes with them takes two minutes. */
export const proveNote = async (run: Run, signed: Signed, { prove }: Proofs): Promise<void> => {
  const { url } = signed.where;
  const as = (role: RoleName, path: string, more: RequestOptions = {}) =>
    ask(url, path, { token: signed.tokens[role].access, ...more });

  await prove('console: a note stands in the story, goes into the export, and with the customer', async () => {
    const id = treated('norbert');
    await run.stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
    const noted = await as('agent', `/api/customers/${id}/notes`, {
      method: 'POST',
      body: { text: 'Called. <b>Fine</b> 😀' },
    });
    must(noted.status === 201, `The note was ${noted.text}`);
    const story = await as('agent', `/api/customers/${id}`);
    must(story.json.notes[0]?.text === 'Called. <b>Fine</b> 😀', `The story has ${JSON.stringify(story.json.notes)}`);
    must(story.json.notes[0]?.by.name === nameOf('agent'), 'The note does not say whose it is.');
    const refused = await as('agent', `/api/customers/${id}`, { method: 'DELETE' });
    must(refused.status === 403, `An agent who erases got ${refused.status}.`);
    const [newest] = (await auditOf(signed)).filter(({ act }) => act === 'eraseCustomer');
    must(newest?.outcome === 'refused', `The log has of it ${JSON.stringify(newest)}`);
    const out = await as('admin', `/api/customers/${id}/export`);
    must(out.json.notes.length === 1 && out.json.timeline.length > 0, `The export is ${out.text.slice(0, 300)}`);
    const gone = await as('admin', `/api/customers/${id}`, { method: 'DELETE' });
    must(gone.status === 200, `Erasing came to ${gone.text}`);
    await until('the customer has gone', async () => (await run.stage.customer(id)) === undefined, { every: 1000 });
    const about = await auditOf(signed, `&kind=customer&subject=${id}`);
    const acts = about.map(({ act, outcome }) => `${act} ${outcome}`).toSorted();
    must(
      acts.join() === 'addNote done,erase done,eraseCustomer done,exportCustomer done',
      `The log has ${JSON.stringify(about)}`,
    );
    must(!JSON.stringify([about, await auditOf(signed)]).includes(id), 'The log names whom it erased.');
  });
};
