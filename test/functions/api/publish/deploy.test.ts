import { describe, expect, it } from 'vitest';
import { createDeploy } from '../../../../functions/api/publish/deploy.ts';
import type { File } from '../../../../language/read/yaml/source.ts';
import { filesWith, openPublishing, withSubject } from './support.ts';

const open = () => {
  const world = openPublishing();
  const { publications, publisher } = world;
  const deploy = createDeploy({ publications, publisher, stage: 'live' });
  return {
    ...world,
    deploy: (files: File[], base?: number) => deploy({ files, base }),
    subject: async () => {
      const files = await publications.filesOf((await world.running()) ?? 0);
      return /^subject: (.*)$/m.exec(files?.find(({ path }) => path === 'moments/tip.md')?.text ?? '')?.[1];
    },
  };
};

describe('a deploy', () => {
  it('publishes what is in the repository, the first time and each time after a deploy', async () => {
    const { deploy, subject, running } = open();
    await deploy(filesWith());
    await deploy(withSubject('Second'));
    expect([await running(), await subject()]).toEqual([2, 'Second']);
  });

  it('of what runs already publishes nothing anew', async () => {
    const { deploy, running } = open();
    await deploy(filesWith());
    expect(await deploy(filesWith())).toMatchObject({ unchanged: true });
    expect(await running()).toBe(1);
  });

  it('is refused where it would undo what somebody published since, and says who, when, why and what to do', async () => {
    const { deploy, publish, subject } = open();
    await deploy(filesWith());
    await publish(withSubject('Of the console'), { by: 'ada@acme.example', note: 'typo' });
    await expect(deploy(withSubject('Of the repository'))).rejects.toThrow(
      'Version 2 was published by ada@acme.example at 2026-11-27T10:00:00.000Z ("typo"), and the folder was never pulled from the stage: this deploy would undo that. Run tactful pull --stage live, look at what comes in, commit it, and deploy again.',
    );
    await expect(deploy(withSubject('Of the repository'), 1)).rejects.toThrow('the folder descends from version 1');
    expect(await subject()).toBe('Of the console');
  });

  it('goes through once that was pulled, also where it was rolled back to by then', async () => {
    const { deploy, publish, subject } = open();
    await deploy(filesWith());
    await publish(withSubject('Of the console'));
    await deploy(withSubject('Of both'), 2);
    expect(await subject()).toBe('Of both');
    await publish(withSubject('Of the console'), { restores: 2 });
    await deploy(withSubject('Of all'), 2);
    expect(await subject()).toBe('Of all');
  });

  it('of anything else, with a folder as it was last deployed, leaves what was published since', async () => {
    const { deploy, publish, subject, running } = open();
    await deploy(filesWith());
    await publish(withSubject('Of the console'));
    expect(await deploy(filesWith())).toMatchObject({ unchanged: true, version: { version: 2 } });
    expect([await running(), await subject()]).toEqual([2, 'Of the console']);
  });

  it('that was refused can be taken back: CloudFormation asks for the old files once more', async () => {
    const { deploy, publish, subject } = open();
    await deploy(filesWith());
    await publish(withSubject('Of the console'));
    await expect(deploy(withSubject('Of the repository'))).rejects.toThrow('would undo that');
    await deploy(filesWith());
    expect(await subject()).toBe('Of the console');
  });

  it('that failed after it had published goes back to what ran before it, and that stays of who published it', async () => {
    const { deploy, publish, subject } = open();
    await deploy(filesWith());
    await publish(withSubject('Of the console'));
    await deploy(withSubject('Of both'), 2);
    expect(await deploy(filesWith())).toMatchObject({ version: { version: 4, restores: 2, via: 'console' } });
    expect(await subject()).toBe('Of the console');
    await expect(deploy(withSubject('Later'))).rejects.toThrow('would undo that');
  });

  it('of an earlier commit, with deploys alone between, is that commit', async () => {
    const { deploy, subject } = open();
    await deploy(filesWith());
    await deploy(withSubject('Second'));
    await deploy(filesWith());
    expect(await subject()).toBe('A tip');
  });
});
