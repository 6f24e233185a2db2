import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createReload } from '../../../cli/console/reload.ts';
import { loadRunnable } from '../../../simulator/project.ts';
import { openLocal } from '../../functions/api/local.ts';
import { signedUp } from './support.ts';

const root = mkdtempSync(join(tmpdir(), 'tactful-reload-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A live world over a folder of its own. */
const worldOver = async (name: string) => {
  const dir = join(root, name);
  cpSync('workflows', dir, { recursive: true });
  const err: string[] = [];
  const running = await loadRunnable(dir);
  const world = await openLocal({
    dir,
    reload: (use) => createReload({ dir, running, use, err: (line) => err.push(line) }),
  });
  const titles = async (customer: string): Promise<string> => {
    const { timeline } = await world.as('agent')('readCustomer', { params: { customer }, query: {} });
    return timeline.flatMap(({ title, message }) => [title, ...(message ? [message.subject] : [])]).join('\n');
  };
  const broken = async (): Promise<string> => {
    const { alarms } = await world.as('viewer')('overview', {});
    return alarms.flatMap(({ kind, says }) => (kind === 'workflows-broken' ? [says] : [])).join('\n');
  };
  let edits = 0;
  const edit = (file: string, from: string, to: string) => {
    const path = join(dir, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    // Two edits within the clock's grain are two edits.
    utimesSync(path, new Date(), new Date(1_800_000_000_000 + ++edits * 1000));
  };
  return { dir, err, ...world, titles, broken, edit };
};

describe('a local world', () => {
  it('goes on with edited files, from where people stand', async () => {
    const { send, titles, edit, err } = await worldOver('edited');
    await send(signedUp('ada'));
    expect(await titles('ada')).toContain('Your account is ready');
    edit('moments/welcome.md', 'subject: Your account is ready', 'subject: Everything is ready');
    edit('journeys/onboarding.yaml', 'title: Onboarding', 'title: The first weeks');
    await send(signedUp('eve'));
    expect(await titles('eve')).toContain('Everything is ready');
    expect(await titles('ada')).toContain('Entered The first weeks');
    expect(err).toEqual([expect.stringMatching(/edited was edited, and is read again\.$/)]);
  });

  it('goes on without a file that is broken, says so, and takes it back once it is mended', async () => {
    const { send, titles, broken, edit, err } = await worldOver('broken');
    edit('moments/welcome.md', '{{ customer.firstName }}', '{{ customer.frstName }}');
    expect(await broken()).toContain('unknown `customer.frstName`');
    expect(err.at(-1)).toContain('Going on without moments/welcome.md, journeys/onboarding.yaml');
    await send(signedUp('ada'));
    expect(await titles('ada')).not.toContain('Entered Onboarding');
    edit('moments/welcome.md', '{{ customer.frstName }}', '{{ customer.firstName }}');
    expect(await broken()).toBe('');
  });

  it('goes on as before where nothing of the folder can run', async () => {
    const { send, titles, broken, edit, err } = await worldOver('policy');
    edit('policy.yaml', 'zone: Europe/London', 'zone: Mars');
    await send(signedUp('ada'));
    expect(await titles('ada')).toContain('Your account is ready');
    expect(err.at(-1)).toContain('What ran before goes on.');
    expect(await broken()).toContain('Mars');
  });
});
