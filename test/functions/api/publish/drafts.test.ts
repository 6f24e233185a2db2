import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { createFolderDrafts } from '../../../../cli/console/ports/drafts.ts';
import { take } from '../../../../cli/publish/take.ts';
import { DraftConflict, DraftPathInvalid, type DraftStore } from '../../../../functions/api/publish/drafts.ts';
import { filesWith, openPublishing, withSubject } from './support.ts';

const scratch: string[] = [];
afterAll(() => Promise.all(scratch.map((dir) => rm(dir, { recursive: true }))));

const NOW = Date.parse('2026-11-27T10:00:00Z');

const inFolder = async (): Promise<{ dir: string; drafts: DraftStore }> => {
  const dir = await mkdtemp(join(tmpdir(), 'tactful-drafts-'));
  scratch.push(dir);
  take(dir, filesWith());
  const db = new DatabaseSync(':memory:');
  return { dir, drafts: createFolderDrafts({ db, dir, published: async () => filesWith(), now: () => NOW }) };
};

/** A draft over the same published files, in S3 and in a folder. */
const STORES: [string, () => Promise<DraftStore>][] = [
  [
    'in the bucket of a stage',
    async () => {
      const { publish, drafts } = openPublishing();
      await publish(filesWith());
      return drafts;
    },
  ],
  ['in a folder', async () => (await inFolder()).drafts],
];

const TIP = 'moments/tip.md';

describe.each(STORES)('a draft %s', (_, open) => {
  it('is as published where nobody has written', async () => {
    const drafts = await open();
    expect((await drafts.list()).map(({ path, state }) => [path, state]).toSorted()).toEqual(
      filesWith()
        .map(({ path }) => [path, 'same'])
        .toSorted(),
    );
    expect((await drafts.files()).toSorted(byPath)).toEqual(filesWith().toSorted(byPath));
  });

  it('holds what was written, and says who did it and when', async () => {
    const drafts = await open();
    const { etag } = (await drafts.read(TIP))!;
    const draft = await drafts.write(TIP, 'Another text', { etag, by: 'ada' });
    expect(draft).toMatchObject({ path: TIP, state: 'changed', by: 'ada', at: '2026-11-27T10:00:00.000Z' });
    expect(await drafts.read(TIP)).toMatchObject({ ...draft, text: 'Another text' });
    expect((await drafts.files()).find(({ path }) => path === TIP)?.text).toBe('Another text');
  });

  it('lets nobody write over what they have not read, and tells who was first', async () => {
    const drafts = await open();
    const { etag } = (await drafts.read(TIP))!;
    await drafts.write(TIP, 'Of Ada', { etag, by: 'ada' });
    const refused = await drafts.write(TIP, 'Of Bob', { etag, by: 'bob' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DraftConflict);
    expect(refused).toMatchObject({
      message: `${TIP} was changed by ada at 2026-11-27T10:00:00.000Z since you read it. Read it again, and take your change over into it.`,
      current: { by: 'ada' },
    });
    await expect(drafts.remove(TIP, { etag, by: 'bob' })).rejects.toThrow(DraftConflict);
    expect((await drafts.read(TIP))?.text).toBe('Of Ada');
  });

  it('of two who write at once one is refused', async () => {
    const drafts = await open();
    const { etag } = (await drafts.read(TIP))!;
    const both = await Promise.allSettled([
      drafts.write(TIP, 'Of Ada', { etag, by: 'ada' }),
      drafts.write(TIP, 'Of Bob', { etag, by: 'bob' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('has new files, which must not be there, and none where one was taken away', async () => {
    const drafts = await open();
    const added = await drafts.write('moments/new.md', 'New', { etag: undefined, by: 'ada' });
    expect(added.state).toBe('added');
    await expect(drafts.write('moments/new.md', 'Newer', { etag: undefined, by: 'bob' })).rejects.toThrow(
      DraftConflict,
    );
    const { etag } = (await drafts.read(TIP))!;
    await drafts.remove(TIP, { etag, by: 'ada' });
    const states = Object.fromEntries((await drafts.list()).map(({ path, state }) => [path, state]));
    expect(states).toMatchObject({ [TIP]: 'removed', 'moments/new.md': 'added' });
    expect((await drafts.files()).map(({ path }) => path)).not.toContain(TIP);
    expect((await drafts.write(TIP, 'Again', { etag: undefined, by: 'ada' })).state).toBe('changed');
  });

  it.each([
    '../secrets.yaml',
    'journeys/../../x.yaml',
    'journeys/.hidden.yaml',
    '/etc/passwd',
    'journeys\\x.yaml',
    'notes.txt',
    `journeys/${'x'.repeat(300)}.yaml`,
    `journeys/${'界'.repeat(90)}.yaml`,
    'journeys/a\0b.yaml',
    'journeys/a\u0007.yaml',
    'journeys/a\ud800.yaml',
    'journeys/renewal.yaml/inside.yaml',
    '',
  ])('has no file %j', async (path) => {
    const drafts = await open();
    await expect(drafts.read(path)).rejects.toThrow(DraftPathInvalid);
    await expect(drafts.write(path, 'x', { etag: undefined, by: 'eve' })).rejects.toThrow(DraftPathInvalid);
  });
});

const byPath = (one: { path: string }, other: { path: string }) => (one.path < other.path ? -1 : 1);

describe('a draft in the bucket of a stage', () => {
  it('says of a file that another text of it was published meanwhile, and of the others that they are as published', async () => {
    const { publish, drafts } = openPublishing();
    await publish(filesWith());
    const { etag } = (await drafts.read(TIP))!;
    await drafts.write(TIP, 'Of Ada', { etag, by: 'ada' });
    await publish(withSubject('Of the repository'));
    expect(await drafts.read(TIP)).toMatchObject({ overtaken: true, text: 'Of Ada' });
    const again = (await drafts.read(TIP))!;
    await drafts.write(TIP, 'Of both', { etag: again.etag, by: 'ada' });
    expect((await drafts.read(TIP))?.overtaken).toBeUndefined();
  });

  it('is given up as far as it was read: what somebody wrote since stays', async () => {
    const { publish, drafts } = openPublishing();
    await publish(filesWith());
    const { etag } = (await drafts.read(TIP))!;
    const first = await drafts.write(TIP, 'First', { etag, by: 'ada' });
    await drafts.write(TIP, 'Second', { etag: first.etag, by: 'bob' });
    await drafts.discard([first]);
    expect((await drafts.read(TIP))?.text).toBe('Second');
    await drafts.discard();
    expect(await drafts.read(TIP)).toMatchObject({ state: 'same' });
  });

  it('keeps what somebody writes in the moment in which it is given up', async () => {
    let writeBetween = async (): Promise<void> => {};
    const { publish, drafts } = openPublishing((call) => (call === 'remove' ? writeBetween() : undefined));
    await publish(filesWith());
    const { etag } = (await drafts.read(TIP))!;
    const first = await drafts.write(TIP, 'First', { etag, by: 'ada' });
    writeBetween = async () => void (await drafts.write(TIP, 'Second', { etag: first.etag, by: 'bob' }));
    await drafts.discard([first]);
    expect((await drafts.read(TIP))?.text).toBe('Second');
  });
});

describe('a draft in a folder', () => {
  it('notices who edits it beside us', async () => {
    const { dir, drafts } = await inFolder();
    const { etag } = (await drafts.read(TIP))!;
    await writeFile(join(dir, TIP), 'By an editor');
    await expect(drafts.write(TIP, 'Of Ada', { etag, by: 'ada' })).rejects.toThrow(
      /was changed by somebody else since/,
    );
    expect(await readFile(join(dir, TIP), 'utf8')).toBe('By an editor');
  });

  it('is given up as far as it was read: what somebody wrote since stays', async () => {
    const { dir, drafts } = await inFolder();
    const { etag, text: published } = (await drafts.read(TIP))!;
    const first = await drafts.write(TIP, 'First', { etag, by: 'ada' });
    await writeFile(join(dir, TIP), 'Second');
    await drafts.discard([first]);
    expect(await readFile(join(dir, TIP), 'utf8')).toBe('Second');
    await drafts.discard([(await drafts.read(TIP))!]);
    expect(await readFile(join(dir, TIP), 'utf8')).toBe(published);
  });
});
