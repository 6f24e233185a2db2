import { describe, expect, it } from 'vitest';
import { createPush } from '../../../../functions/api/publish/push.ts';
import { createRelease } from '../../../../functions/api/publish/release.ts';
import { filesWith, openPublishing, withSubject } from './support.ts';

const TIP = 'moments/tip.md';

const open = async ({ approval = false } = {}) => {
  const world = openPublishing();
  await world.publish(filesWith());
  const { publications, drafts, publisher } = world;
  const release = createRelease({ publications, drafts, publisher, approval });
  const write = async (subject: string, by: string) => {
    const text = withSubject(subject).find(({ path }) => path === TIP)?.text ?? '';
    await drafts.write(TIP, text, { etag: (await drafts.read(TIP))?.etag, by });
  };
  const order = { note: 'why', via: 'console', what: 'draft' } as const;
  return {
    ...world,
    write,
    push: createPush({ publications, drafts }),
    publishDraft: async (by: string) => release({ ...order, by, over: await world.running() }),
    restore: async (restore: number) =>
      release({ ...order, what: { restore }, note: '', by: 'ada', over: await world.running() }),
  };
};

describe('the draft of a stage', () => {
  it('is published, and is as published then', async () => {
    const { write, publishDraft, drafts, publications } = await open();
    await write('Drafted', 'ada');
    expect(await publishDraft('ada')).toMatchObject({ version: { version: 2, by: 'ada' } });
    expect((await publications.filesOf(2))?.find(({ path }) => path === TIP)?.text).toContain('subject: Drafted');
    expect((await drafts.list()).filter(({ state, by }) => state !== 'same' || by !== undefined)).toEqual([]);
  });

  it('stays where it cannot be published', async () => {
    const { drafts, publishDraft } = await open();
    await drafts.write(TIP, 'no moment', { etag: (await drafts.read(TIP))?.etag, by: 'ada' });
    await expect(publishDraft('ada')).rejects.toMatchObject({ step: 'check' });
    expect((await drafts.read(TIP))?.text).toBe('no moment');
  });

  it('is refused while a file of it was overtaken by a publication', async () => {
    const { write, publish, publishDraft } = await open();
    await write('Drafted', 'ada');
    await publish(withSubject('Of the repository'));
    await expect(publishDraft('ada')).rejects.toThrow(`${TIP}: another text was published after this draft was begun`);
    await write('Of both', 'ada');
    expect(await publishDraft('ada')).toMatchObject({ version: { version: 3 } });
  });

  it('is published by somebody else than who changed it last, where the stage asks for that', async () => {
    const { write, publishDraft } = await open({ approval: true });
    await write('Drafted', 'ada');
    await expect(publishDraft('ada')).rejects.toThrow(
      `ada changed the draft last (${TIP} at 2026-11-27T10:00:00.000Z), ada publishes it, and this stage asks for a second pair of eyes`,
    );
    expect(await publishDraft('bob')).toMatchObject({ version: { by: 'bob' } });
  });

  const role = (name: string, session: string) => `arn:aws:sts::111122223333:assumed-role/${name}/${session}`;
  const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`;
  it.each([
    ['the same role by another session', role('Dev', 'mia'), role('Dev', 'mia2'), 'the same role'],
    [
      'another session of a user',
      'arn:aws:sts::111122223333:federated-user/mia',
      'arn:aws:sts::111122223333:federated-user/bob',
      'the same role',
    ],
    ['a role, of a draft of the console', 'mia@acme.example', role('Dev', 'mia'), 'may be the same person'],
    ['somebody in the console, of a draft by a command', role('Dev', 'mia'), 'mia@acme.example', 'the same person'],
    ['nobody knows whom', role('Dev', 'mia'), 'unknown', 'nobody vouches'],
    ['anybody, of a draft by nobody knows whom', 'unknown', role('Dev', 'mia'), 'nobody vouches'],
  ])('is not published by %s, where the stage asks for another', async (_, changed, publishes, why) => {
    const { write, publishDraft, running } = await open({ approval: true });
    await write('Drafted', changed);
    await expect(publishDraft(publishes)).rejects.toMatchObject({
      step: 'turn',
      message: expect.stringContaining(why),
    });
    await expect(publishDraft(publishes)).rejects.toThrow('saved once more in the console');
    expect(await running()).toBe(1);
  });

  it.each([
    ['another role', role('Dev', 'mia'), role('Lead', 'mia')],
    ['a role of that name in another account', role('Dev', 'mia'), role('Dev', 'mia').replace('1111', '4444')],
    ['another user', user('mia'), user('mia2')],
    ['a colleague in the console', 'mia@acme.example', 'bob@acme.example'],
  ])('is published by %s', async (_, changed, publishes) => {
    const { write, publishDraft } = await open({ approval: true });
    await write('Drafted', changed);
    expect(await publishDraft(publishes)).toMatchObject({ version: { by: publishes } });
  });

  it('is published by whoever may, where the stage asks for nobody else', async () => {
    const { write, publishDraft } = await open();
    await write('Drafted', role('Dev', 'mia'));
    expect(await publishDraft('unknown')).toMatchObject({ version: { version: 2 } });
  });
});

describe('a draft that somebody changes while it is published', () => {
  it('stays one: nobody slips in what nobody else has seen', async () => {
    const { write, publishDraft, drafts, running } = await open({ approval: true });
    await write('Of Bob', 'bob');
    const { files } = drafts;
    drafts.files = async () => {
      await write('Slipped in', 'ada');
      return files();
    };
    await expect(publishDraft('ada')).rejects.toThrow('Somebody changed the draft just now');
    expect(await running()).toBe(1);
  });
});

describe('rolling back', () => {
  it('publishes the files of an old version as a new one', async () => {
    const { publish, restore, publications } = await open();
    await publish(withSubject('Second'));
    expect(await restore(1)).toMatchObject({ version: { version: 3, restores: 1, note: 'Back to version 1' } });
    expect(await publications.filesOf(3)).toEqual(filesWith());
  });

  it('to a version that there is not says so', async () => {
    const { restore } = await open();
    await expect(restore(7)).rejects.toThrow('There is no version 7 on this stage');
  });
});

describe('pushing a folder', () => {
  it('makes it the draft: what differs is written, what is gone is taken away', async () => {
    const { push, drafts } = await open();
    const files = withSubject('Pushed').filter(({ path }) => path !== 'events.yaml');
    expect(await push({ command: 'push', files, base: 1 }, 'ada')).toEqual({
      written: [TIP],
      removed: ['events.yaml'],
    });
    expect(await push({ command: 'push', files, base: 1 }, 'ada')).toEqual({ written: [], removed: [] });
    expect((await drafts.files()).map(({ path }) => path)).not.toContain('events.yaml');
  });

  it('is refused where the folder does not descend from what runs, or others have drafted, unless it is forced', async () => {
    const { push, publish, write, drafts } = await open();
    await publish(withSubject('Second'), { by: 'bob' });
    const files = withSubject('Pushed');
    await expect(push({ command: 'push', files, base: 1 }, 'ada')).rejects.toThrow(
      /runs version 2, published by bob at .*, and the folder descends from version 1. Pull it first/,
    );
    await write('Of Bob', 'bob');
    await expect(push({ command: 'push', files, base: 2 }, 'ada')).rejects.toThrow(
      `changes that are not yours: ${TIP} (bob, 2026-11-27T10:00:00.000Z)`,
    );
    await push({ command: 'push', files, base: 1, force: true }, 'ada');
    expect((await drafts.read(TIP))?.text).toContain('subject: Pushed');
  });
});
