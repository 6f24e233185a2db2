import { describe, expect, it } from 'vitest';
import { createRunning } from '../../../../functions/api/deployed/running.ts';
import { readTexts } from '../../../../language/read/folder.ts';

const shipped = readTexts('workflows');

const open = (files = shipped) => {
  const stage: { version: number | undefined } = { version: 3 };
  const clock = { now: 0 };
  const read: number[] = [];
  const running = createRunning({
    publications: {
      current: async () =>
        stage.version === undefined ? undefined : { version: { version: stage.version } as never, etag: 'e' },
      filesOf: async (version) => {
        read.push(version);
        return version === 9 ? undefined : files;
      },
    },
    traits: { pace: 2 },
    now: () => clock.now,
  });
  return { running, stage, clock, read };
};

describe('the workflows that a stage runs', () => {
  it('are those of the published version, at the pace of the stage', async () => {
    const { version, project } = await open().running();
    expect(version).toBe(3);
    expect(project.catalogue.pace).toBe(2);
    expect(Object.keys(project.machines)).toContain('onboarding');
  });

  it('are compiled once for each version, and another is seen within seconds', async () => {
    const { running, stage, clock, read } = open();
    for (let n = 0; n < 3; n++) await running();
    clock.now += 6_000;
    await running();
    expect(read).toEqual([3]);
    stage.version = 4;
    expect((await running()).version).toBe(3);
    clock.now += 6_000;
    expect((await running()).version).toBe(4);
  });

  it('are asked for in a sentence where nothing is published yet', async () => {
    const { running, stage } = open();
    stage.version = undefined;
    await expect(running()).rejects.toThrow(/^Nothing is published on this stage yet/);
  });

  it('that cannot be read say why', async () => {
    const broken = [...shipped, { path: 'journeys/broken.yaml', text: 'title: x\nsteps: 7\n' }];
    await expect(open(broken).running()).rejects.toThrow(/Version 3.*does not read it[\s\S]*broken\.yaml/);
    const { running, stage } = open();
    stage.version = 9;
    await expect(running()).rejects.toThrow(/files of version 9 are not in the bucket/);
  });
});
