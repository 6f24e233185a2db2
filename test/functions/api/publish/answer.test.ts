import { describe, expect, it } from 'vitest';
import { createAnswer } from '../../../../functions/api/publish/answer.ts';
import { auditOf } from '../../../../functions/api/publish/audit-of.ts';
import { PublishCommand } from '../../../../functions/api/publish/command.ts';
import { createS3Jobs } from '../../../../functions/api/publish/jobs.s3.ts';
import { createRelease } from '../../../../functions/api/publish/release.ts';
import { byRole } from '../../../../functions/operate/caller.ts';
import type { Act } from '../../../../functions/shared/stores/audit-log.ts';
import { filesWith, openPublishing, withSubject } from './support.ts';

const ADA = { name: 'arn:aws:sts::1:assumed-role/Marketing/ada', vouched: 'iam' } as const;

const open = async (before?: Parameters<typeof openPublishing>[0]) => {
  const world = openPublishing(before);
  await world.publish(filesWith());
  const { publications, drafts, publisher, bucket, reported } = world;
  const release = createRelease({ publications, drafts, publisher, approval: false });
  const isConsole = byRole('arn:aws:iam::1:role/tactful-dev-api');
  const jobs = createS3Jobs(bucket.objects, (error) => void reported.push(error));
  const answer = createAnswer({ publications, drafts, release, jobs, isConsole });
  const ask = (command: object, who: Act['who'] = ADA) => answer(PublishCommand.parse(command), who);
  return { ...world, ask };
};

const order = { command: 'publish', job: 'one', what: 'draft', note: 'shorter', via: 'command' };

describe('the publish function, asked by people', () => {
  it('lists versions and gives the files of the one that runs, or of another', async () => {
    const { ask, publish } = await open();
    await publish(withSubject('Second'));
    expect(await ask({ command: 'versions' })).toMatchObject({ ok: true, items: [{ version: 2 }, { version: 1 }] });
    expect(await ask({ command: 'pull' })).toMatchObject({ version: { version: 2 }, files: withSubject('Second') });
    expect(await ask({ command: 'pull', version: 1 })).toMatchObject({ files: filesWith() });
    expect(await ask({ command: 'pull', version: 9 })).toEqual({
      ok: false,
      message: 'There is no version 9 on this stage. tactful versions lists what there is.',
    });
  });

  it('publishes what was pushed, as whoever IAM says it is, and tells how far it is', async () => {
    const { ask, running } = await open();
    await ask({ command: 'push', files: withSubject('Pushed'), base: 1 });
    await ask({ ...order, by: 'somebody else' });
    expect(await ask({ command: 'job', job: 'one' })).toMatchObject({
      job: {
        state: 'done',
        version: { version: 2, by: ADA.name, note: 'shorter' },
        progress: expect.arrayContaining([expect.objectContaining({ step: 'switch', state: 'done' })]),
      },
    });
    expect(await running()).toBe(2);
  });

  it('who signed in at the console is named by the console alone', async () => {
    const { ask, running, publications } = await open();
    await ask({ command: 'push', files: withSubject('Pushed'), base: 1 });
    const inTheName = { ...order, via: 'console', by: 'bea@acme.example' };
    const others = [
      ADA,
      { name: 'unknown', vouched: 'nobody' },
      { name: 'arn:aws:sts::1:assumed-role/tactful-dev-api/api', vouched: 'nobody' },
      { name: 'arn:aws:sts::1:assumed-role/tactful-dev-api-not/tactful-dev-api', vouched: 'iam' },
      { name: 'arn:aws:iam::1:user/tactful-dev-api', vouched: 'iam' },
      { name: 'arn:aws:sts::2:assumed-role/tactful-dev-api/api', vouched: 'iam' },
    ] as const;
    for (const who of others) {
      await ask({ ...inTheName, job: `by-${others.indexOf(who)}` }, who);
      expect(await ask({ command: 'job', job: `by-${others.indexOf(who)}` })).toMatchObject({
        job: { state: 'failed', failure: { message: expect.stringContaining('tactful publish') } },
      });
    }
    expect(await running()).toBe(1);
    await ask(inTheName, { name: 'arn:aws:sts::1:assumed-role/tactful-dev-api/tactful-dev-api', vouched: 'iam' });
    expect((await publications.current())?.version.by).toBe('bea@acme.example');
  });

  it('an order that comes twice is carried out once', async () => {
    const { ask, journalled } = await open();
    await ask({ command: 'push', files: withSubject('Pushed'), base: 1 });
    await ask(order);
    await ask(order);
    expect(journalled).toEqual([1, 2]);
  });

  it('an order that failed says at which step, and what to do', async () => {
    const { ask } = await open();
    await ask({ command: 'push', files: filesWith({ 'moments/tip.md': 'no moment' }), base: 1 });
    await ask(order);
    expect(await ask({ command: 'job', job: 'one' })).toMatchObject({
      job: { state: 'failed', failure: { step: 'check', problems: [{ file: 'moments/tip.md' }] } },
    });
    expect(await ask({ command: 'job', job: 'none' })).toEqual({ ok: true, job: null });
  });

  it('an order is carried out although it cannot be written how far it is, and that is reported', async () => {
    let puts = 0;
    const { ask, reported, running } = await open((call, key) => {
      if (call === 'put' && key === 'jobs/one.json' && ++puts === 2) throw new Error('SlowDown');
    });
    await ask({ command: 'push', files: withSubject('Pushed'), base: 1 });
    await ask(order);
    expect(reported).toEqual([new Error('SlowDown')]);
    expect(await running()).toBe(2);
    expect(await ask({ command: 'job', job: 'one' })).toMatchObject({ job: { state: 'done' } });
  });

  it('an order whose end cannot be written fails aloud', async () => {
    let isWritten = true;
    const { ask } = await open((call, key) => {
      if (call === 'put' && key === 'published.json') isWritten = false;
      if (!isWritten && call === 'put' && key === 'jobs/one.json') throw new Error('SlowDown');
    });
    await ask({ command: 'push', files: withSubject('Pushed'), base: 1 });
    isWritten = true;
    await expect(ask(order)).rejects.toThrow('SlowDown');
  });

  it('a fault of ours is reported, and what whoever publishes can mend is not', async () => {
    const { ask, reported, fakes } = await open();
    await ask({ command: 'push', files: withSubject('Pushed'), base: 1 });
    await ask({ ...order, over: 9 });
    expect(await ask({ command: 'job', job: 'one' })).toMatchObject({ job: { state: 'failed' } });
    expect(reported).toEqual([]);
    fakes.refuses = new Error('AccessDenied');
    await ask({ ...order, job: 'two' });
    expect(reported).toEqual([fakes.refuses]);
  });

  it('what is refused is a sentence, and names a path that is none', async () => {
    const { ask, drafts } = await open();
    const files = [...withSubject('Pushed'), { path: '../x.yaml', text: '' }];
    expect(await ask({ command: 'push', files, base: 1 })).toMatchObject({
      ok: false,
      message: expect.stringContaining('"../x.yaml" is no file of workflows'),
    });
    expect((await drafts.list()).filter(({ state }) => state !== 'same')).toEqual([]);
  });
});

describe('the audit log has of a publication', () => {
  it('who, vouched for by whom, and what ran before and after, and no text that somebody wrote', async () => {
    const { publications } = await open();
    const [version] = (await publications.list()).items;
    const act = auditOf({ ...version!, version: 7, parent: 6, via: 'console', by: 'ada@acme.example', note: 'typo' });
    expect(act).toMatchObject({
      who: { name: 'ada@acme.example', vouched: 'sign-in' },
      act: 'publish',
      subject: { kind: 'version', id: '7' },
      before: { version: 6 },
      after: { version: 7 },
    });
    expect(JSON.stringify(act)).not.toContain('typo');
    expect(auditOf({ ...version!, restores: 3 }).act).toBe('rollback');
  });
});
