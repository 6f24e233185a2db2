import { describe, expect, it } from 'vitest';
import { MachinesRefused } from '../../../../functions/api/publish/machines.ts';
import { PublishFailed } from '../../../../functions/api/publish/request.ts';
import { filesWith, openPublishing, withStep, withSubject } from './support.ts';

const SCENARIO = (expected: string): string => `scenario: A tip
customer: { id: mia, zone: Europe/London, email: mia@example.com, since: 2025-01-10 }
start: 2026-03-02T09:00
timeline:
  - at: 0 days
    event: trial.started
expect:
  - ${expected}
`;

const failure = async (promise: Promise<unknown>): Promise<PublishFailed> => {
  const error = await promise.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof PublishFailed)) throw new Error(`It did not fail so: ${error}`);
  return error;
};

describe('publishing', () => {
  it('numbers versions from 1 on, and keeps files as written, what they come to, who, when and why', async () => {
    const { publish, publications } = openPublishing();
    await publish(filesWith());
    await publish(withSubject('Another'), { by: 'bob', note: 'shorter' });
    expect(await publications.version(2)).toMatchObject({
      version: 2,
      parent: 1,
      by: 'bob',
      note: 'shorter',
      via: 'console',
      at: '2026-11-27T10:00:00.000Z',
    });
    expect((await publications.version(1))?.parent).toBeUndefined();
    expect(await publications.filesOf(1)).toEqual(filesWith());
    expect((await publications.catalogueOf(2))?.moments.tip?.title).toBe('A tip');
    const { items } = await publications.list();
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('reports each step, in order, and says it is done when every function has looked', async () => {
    const { publish, waited, liveWait, journalled } = openPublishing();
    const { steps } = await publish(filesWith());
    const done = steps.filter(({ state }) => state === 'done').map(({ step }) => step);
    expect([...new Set(done)]).toEqual([
      'check',
      'scenarios',
      'compile',
      'turn',
      'upload',
      'machines',
      'switch',
      'live',
      'journal',
    ]);
    expect([waited, journalled]).toEqual([[liveWait], [1]]);
  });

  it('of copy alone changes no machine; of a step that of its journey', async () => {
    const { publish } = openPublishing();
    await publish(filesWith());
    const machinesDetail = ({ steps }: Awaited<ReturnType<typeof publish>>) =>
      steps.find(({ step, state }) => step === 'machines' && state === 'done')?.detail;
    expect(machinesDetail(await publish(withSubject('Another')))).toBe('No machine had to change.');
    expect(machinesDetail(await publish(withStep()))).toMatch(/^Changed: .*trial/);
  });

  it('of what runs already is nothing new', async () => {
    const { publish, running, journalled } = openPublishing();
    await publish(filesWith());
    expect(await publish(filesWith().toReversed())).toMatchObject({ unchanged: true, version: { version: 1 } });
    expect([await running(), journalled]).toEqual([1, [1]]);
  });

  it('of broken files fails at the check, with the place', async () => {
    const { publish, running, put } = openPublishing();
    const failed = await failure(publish(filesWith({ 'moments/tip.md': undefined })));
    expect(failed).toMatchObject({ step: 'check', problems: [{ file: 'journeys/trial.yaml' }] });
    expect(failed.message).toMatch(/journeys\/trial.yaml:\d+:\d+ .*\n1 problem. Mend the files, then publish again/);
    expect([await running(), put]).toEqual([undefined, []]);
  });

  it('plays the scenarios: one that is met passes, and of one that is not the place is told', async () => {
    const { publish, running } = openPublishing();
    await publish(filesWith({ 'scenarios/tip.yaml': SCENARIO('by 5 days: sent tip') }));
    const failed = await failure(publish(filesWith({ 'scenarios/tip.yaml': SCENARIO('by 1 day: sent tip') })));
    expect(failed.step).toBe('scenarios');
    expect(failed.message).toMatch(/scenarios\/tip.yaml:8 A tip: expected by 1 day: sent tip/);
    expect(await running()).toBe(1);
  });

  it('goes on with the old version where a machine is refused, and through when it is repeated', async () => {
    const { publish, running, fakes, publications } = openPublishing();
    await publish(filesWith());
    fakes.refuses = new MachinesRefused('AWS refused the machines: JourneyTrial is taken.');
    expect(await failure(publish(withStep()))).toMatchObject({ step: 'machines', message: fakes.refuses.message });
    expect([await running(), await publications.version(2)]).toEqual([1, undefined]);
    fakes.refuses = undefined;
    expect((await publish(withStep())).version.version).toBe(2);
  });

  it('puts the machines of before back where the switch fails', async () => {
    let fails = false;
    const { publish, running, put } = openPublishing((call, key) => {
      if (fails && call === 'put' && key === 'published.json') throw new Error('S3 is away.');
    });
    await publish(filesWith());
    fails = true;
    const more = filesWith({ 'journeys/other.yaml': OTHER });
    expect(await failure(publish(more))).toMatchObject({ step: 'switch', message: 'S3 is away.' });
    expect(put).toEqual([
      ['Retired', 'trial'],
      ['Retired', 'other', 'trial'],
      ['Retired', 'trial'],
    ]);
    expect(await running()).toBe(1);
  });

  it('has gone through where only the answer of the switch was lost', async () => {
    const { publish, running, put, publications } = openPublishing();
    await publish(filesWith());
    const { switchTo } = publications;
    publications.switchTo = async (...all) => {
      await switchTo(...all);
      // As S3 answers the second attempt of the SDK.
      await switchTo(...all);
    };
    expect(await publish(withStep())).toMatchObject({ version: { version: 2 }, unchanged: false });
    expect([await running(), put.length]).toEqual([2, 2]);
  });

  it('leaves the machines of whoever was faster', async () => {
    const { publish, put, publications } = openPublishing();
    await publish(filesWith());
    const { switchTo, keep } = publications;
    publications.switchTo = async (mine, over) => {
      const theirs = { ...mine, version: { ...mine.version, by: 'bob' }, machines: {} };
      await keep(theirs);
      await switchTo(theirs, over);
      await switchTo(mine, over);
    };
    expect(await failure(publish(withStep()))).toMatchObject({ step: 'switch' });
    expect(put.at(-1)).toEqual([]);
  });

  it('is refused where somebody published what was not seen, who is named', async () => {
    const { publish, running } = openPublishing();
    await publish(filesWith());
    await publish(withSubject('Of Ada'), { note: 'mine first' });
    const failed = await failure(publish(withSubject('Of Bob'), { by: 'bob', over: 1 }));
    expect(failed.step).toBe('turn');
    expect(failed.message).toMatch(
      /made over version 1, and by now ada published version 2 at 2026-11-27T10:00:00.000Z \("mine first"\). Look/,
    );
    expect(await running()).toBe(2);
  });

  it('of two at once one wins; the other is told who is publishing, and may after that', async () => {
    const { publish, running } = openPublishing();
    await publish(filesWith());
    const both = await Promise.allSettled([
      publish(withSubject('Of Ada'), { over: 1 }),
      publish(withSubject('Of Bob'), { by: 'bob', over: 1 }),
    ]);
    const lost = both.filter((each) => each.status === 'rejected');
    expect(lost.map(({ reason }) => [reason.step, reason.message])).toEqual([
      ['turn', expect.stringMatching(/(ada|bob) has been publishing since 2026-11-27T10:00:00.000Z/)],
    ]);
    expect(await running()).toBe(2);
    expect((await publish(withSubject('Later'))).version.version).toBe(3);
  });

  it('the turn of one who died is over after a quarter of an hour', async () => {
    const { publish, publications, clock } = openPublishing();
    await publications.takeTurn({ by: 'eve', at: clock.now, until: clock.now + 900_000 });
    expect(await failure(publish(filesWith()))).toMatchObject({ step: 'turn' });
    clock.now += 900_000;
    expect((await publish(filesWith())).version.version).toBe(1);
  });

  it('whose switch comes too late puts its machines back and is told who was first', async () => {
    const world = openPublishing(async (call, key) => {
      if (!meanwhile || call !== 'put' || key !== 'published.json') return;
      meanwhile = false;
      // Somebody who does not wait for their turn.
      const text = world.bucket.all.get(key)?.text ?? '';
      world.bucket.all.set(key, { text, etag: '"other"' });
    });
    let meanwhile = false;
    await world.publish(filesWith());
    meanwhile = true;
    const failed = await failure(world.publish(withStep()));
    expect(failed).toMatchObject({ step: 'switch', message: expect.stringContaining('ada published version 1') });
    expect(world.put).toHaveLength(3);
  });
});

const OTHER = `journey: other
title: Other
about: Another one.
purpose: relationship
enter: { on: trial.started, again: never }
steps:
  - wait: 3 days
    id: pause
  - send: tip
    id: first-tip
`;
