import { must, type Proofs } from '../proofs.ts';
import { until } from '../until.ts';
import { ask, type RequestOptions } from './ask.ts';
import { isProblem, nameOf, type RoleName, type Signed } from './everybody.ts';

/** That two who edit notice each other, and that long work is done by itself. */
export const proveDraft = async ({ where: { url }, tokens }: Signed, { prove }: Proofs): Promise<void> => {
  const as = (role: RoleName, path: string, more: RequestOptions = {}) =>
    ask(url, path, { token: tokens[role].access, ...more });
  await prove('console: of two who edit one file the second is told who was first', async () => {
    const path = '/api/drafts/files/moments/welcome.md';
    const read = await as('marketer', path);
    must(read.status === 200, `Reading the draft came to ${read.text.slice(0, 300)}`);
    const etag = String(read.headers.etag);
    const write = (role: RoleName, text: string) =>
      as(role, path, { method: 'PUT', body: { text }, headers: { 'if-match': etag } });
    const first = await write('marketer', `${read.json.text}\n`);
    must(first.status === 200, `The first came to ${first.text}`);
    const second = await write('publisher', `${read.json.text}\n\n`);
    must(second.status === 412 && isProblem(second), `The second came to ${second.status}: ${second.text}`);
    must(String(second.json.changedBy) === nameOf('marketer'), `It says ${second.text}`);
    const refused = await write('viewer', 'x');
    must(refused.status === 403, `A viewer who writes got ${refused.status}.`);
  });
  await prove('console: work that takes long is done by itself, and says what came of it', async () => {
    const begun = await as('marketer', '/api/drafts/scenarios', { method: 'POST', body: {} });
    must(begun.status === 202, `It came to ${begun.status}: ${begun.text}`);
    const job = await until(
      'the scenarios were played',
      async () => {
        const { json } = await as('marketer', `/api/jobs/${begun.json.job}`);
        return json.state === 'running' ? undefined : json;
      },
      { every: 500 },
    );
    must(job.state === 'done', `They came to ${JSON.stringify(job).slice(0, 500)}`);
  });
};
