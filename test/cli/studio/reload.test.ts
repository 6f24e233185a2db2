import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../cli/studio/app.ts';
import { createReload } from '../../../cli/studio/reload.ts';
import { loadRunnable } from '../../../simulator/project.ts';
import { live, signedUp } from './support.ts';

const root = mkdtempSync(join(tmpdir(), 'tactful-reload-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A live studio over a folder of its own. */
const studioOver = async (name: string) => {
  const dir = join(root, name);
  cpSync('workflows', dir, { recursive: true });
  const { studio, reports } = await live({ db: new DatabaseSync(':memory:') });
  const err: string[] = [];
  const refresh = createReload({
    dir,
    running: await loadRunnable(dir),
    use: studio.use,
    err: (line) => err.push(line),
  });
  await refresh();
  let ids = 0;
  const app = createApp({ studio, newId: () => `id-${++ids}`, refresh, report: (error) => reports.push(error) });
  const send = (event: object) => app.request('/events', { method: 'POST', body: JSON.stringify(event) });
  const page = async (path = '/') => (await app.request(path)).text();
  let edits = 0;
  const edit = (file: string, from: string, to: string) => {
    const path = join(dir, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    // Two edits within the clock's grain are two edits.
    utimesSync(path, new Date(), new Date(1_800_000_000_000 + ++edits * 1000));
  };
  return { dir, err, studio, send, page, edit };
};

describe('the studio', () => {
  it('goes on with edited files, from where people stand', async () => {
    const { send, page, edit, err } = await studioOver('edited');
    await send(signedUp('ada'));
    expect(await page('/?customer=ada')).toContain('Your account is ready');
    edit('moments/welcome.md', 'subject: Your account is ready', 'subject: Everything is ready');
    edit('journeys/onboarding.yaml', 'title: Onboarding', 'title: The first weeks');
    await send(signedUp('eve'));
    expect(await page('/?customer=eve')).toContain('Everything is ready');
    expect(await page('/?customer=ada')).toContain('The first weeks');
    expect(err).toEqual([expect.stringMatching(/edited was edited, and is read again\.$/)]);
  });

  it('goes on without a file that is broken, says so, and takes it back once it is mended', async () => {
    const { send, page, edit, err } = await studioOver('broken');
    edit('moments/welcome.md', '{{ customer.firstName }}', '{{ customer.frstName }}');
    const broken = await page();
    expect(broken).toContain('Some files are broken');
    expect(broken).toContain('unknown `customer.frstName`');
    expect(err.at(-1)).toContain('Going on without moments/welcome.md, journeys/onboarding.yaml');
    await send(signedUp('ada'));
    expect(await page('/?customer=ada')).not.toContain('Entered Onboarding');
    edit('moments/welcome.md', '{{ customer.frstName }}', '{{ customer.firstName }}');
    expect(await page()).not.toContain('Some files are broken');
  });

  it('goes on as before where nothing of the folder can run', async () => {
    const { send, page, edit, err } = await studioOver('policy');
    edit('policy.yaml', 'zone: Europe/London', 'zone: Mars');
    await send(signedUp('ada'));
    expect(await page('/?customer=ada')).toContain('Your account is ready');
    expect(err.at(-1)).toContain('What ran before goes on.');
    expect(await page()).toContain('Some files are broken');
  });
});
