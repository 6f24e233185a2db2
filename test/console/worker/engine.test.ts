import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../console/worker/engine.ts';
import type { PlayRequest } from '../../../console/worker/play.ts';
import { applyChange } from '../../../language/edit/change.ts';
import type { Value } from '../../../language/edit/operation.ts';
import { changed, SHIPPED } from './files.ts';

const ONBOARDING = 'journeys/onboarding.yaml';

const textOf = (answer: { text: string } | { refused: string }): string =>
  'text' in answer ? answer.text : `refused: ${answer.refused}`;

const nothingDone = async (): Promise<PlayRequest> => {
  const scenarios = await createEngine().playable({ files: SHIPPED });
  const scenario = scenarios.find(({ file }) => file.endsWith('onboarding-nothing-done.yaml'));
  if (!scenario) throw new Error('The scenario is gone.');
  return scenario.request;
};

describe('what the editor asks while one types', () => {
  it('has nothing to say of the shipped files', async () => {
    expect(await createEngine().check({ files: SHIPPED })).toEqual([]);
  });

  it.each([
    [ONBOARDING, 'send: welcome', 'send: welcom'],
    [ONBOARDING, 'event.plan = "team"', 'event.plam = "team"'],
    [ONBOARDING, 'within: 2 days', 'withn: 2 days'],
    [ONBOARDING, 'purpose: relationship', 'purpose: relationshp'],
    ['moments/welcome.md', 'topic: getting-started', 'topic: geting-started'],
    ['policy.yaml', 'ifUnsure: resend', 'ifUnsure: resnd'],
  ])('in %s mends `%s`, written `%s`, by the change that it offers', async (path, right, wrong) => {
    const files = changed(path, right, wrong);
    const findings = await createEngine().check({ files });
    const fixes = findings.filter(({ file, fix }) => file === path && fix !== undefined);
    expect(fixes).not.toEqual([]);
    const mended = fixes[0]?.fix ? applyChange(files[path] ?? '', fixes[0].fix) : '';
    expect(mended).toBe(SHIPPED[path]);
  });

  it('draws a journey that has a mistake in it, and says where each step is written', async () => {
    const files = changed(ONBOARDING, 'send: welcome', 'send: welcom');
    const outline = await createEngine().outline({ files, path: ONBOARDING });
    expect(outline?.steps.slice(0, 2)).toMatchObject([
      { id: 'send-welcom', place: ['steps', 0] },
      { id: 'listen-product-activated', place: ['steps', 1] },
    ]);
    expect(outline?.lines['listen-product-activated']).toBe(17);
    expect(outline?.edges).toContainEqual({
      from: 'listen-product-activated',
      to: 'send-tip-first-step',
      label: 'silent for 2 days',
      slot: { list: ['steps', 1, 'silent'], at: 0 },
    });
  });

  it('draws nothing of what is no YAML', async () => {
    expect(await createEngine().outline({ files: { [ONBOARDING]: 'steps: [' }, path: ONBOARDING })).toBeUndefined();
  });

  it('has a place for a new step on every arrow', async () => {
    const engine = createEngine();
    const paths = [ONBOARDING, 'journeys/first-support.yaml'];
    for (const path of paths) {
      const outline = await engine.outline({ files: SHIPPED, path });
      for (const { from, to, slot } of outline?.edges ?? []) {
        const where = `${path}: ${from} → ${to}`;
        expect(slot, where).toBeDefined();
        if (!slot) continue;
        const value: Value = slot.under ? { [slot.under]: [{ exit: true }] } : { exit: true };
        const operation = { kind: 'insert' as const, list: slot.list, at: slot.at, value };
        const text = textOf(await engine.edit({ files: SHIPPED, path, operation }));
        const after = await engine.outline({ files: { ...SHIPPED, [path]: text }, path });
        const fresh = after?.steps.find(
          ({ place }) => place.join() === [...slot.list, slot.at, ...(slot.under ? [slot.under, 0] : [])].join(),
        );
        expect(fresh?.kind, where).toBe('exit');
      }
    }
  });
});

describe('an edit', () => {
  const ids = async (text: string) =>
    (await createEngine().outline({ files: { ...SHIPPED, [ONBOARDING]: text }, path: ONBOARDING }))?.steps.map(
      ({ id }) => id,
    );

  it('lets everybody keep the step at which they stand: ids that are counted through are written down first', async () => {
    const before = await ids(SHIPPED[ONBOARDING] ?? '');
    const operation = { kind: 'insert' as const, list: ['steps'], at: 0, value: { wait: '1 day' } };
    const text = textOf(await createEngine().edit({ files: SHIPPED, path: ONBOARDING, operation }));
    expect(await ids(text)).toEqual(['wait-3', ...(before ?? [])]);
    const gone = textOf(
      await createEngine().edit({
        files: SHIPPED,
        path: ONBOARDING,
        operation: { kind: 'remove', path: ['steps', 2] },
      }),
    );
    expect(await ids(gone)).toEqual(before?.filter((id) => id !== 'wait'));
  });

  it('that cannot be made says why', async () => {
    const operation = { kind: 'remove' as const, path: ['steps', 99] };
    expect(await createEngine().edit({ files: SHIPPED, path: ONBOARDING, operation })).toEqual({
      refused: expect.stringContaining('steps.99'),
    });
  });
});

describe('what would happen', () => {
  it('tells step by step where somebody was, what they got, and why', async () => {
    const played = await createEngine().play({ files: SHIPPED, request: await nothingDone() });
    if ('refused' in played) throw new Error(played.refused);
    expect(played.path.map(({ step }) => step)).toEqual([
      'start',
      'send-welcome',
      'listen-product-activated',
      'send-tip-first-step',
      'wait',
      'send-tip-solo',
      'wait-2',
      'send-onboarding-survey',
      'listen-onboarding-survey',
      'first-month',
    ]);
    expect(played.messages.map(({ moment }) => moment)).toEqual([
      'welcome',
      'tip-first-step',
      'tip-solo',
      'onboarding-survey',
    ]);
    expect(played.leftOut).toEqual([]);
  });

  it('is told again with new copy in under a second', async () => {
    const engine = createEngine();
    const request = await nothingDone();
    await engine.play({ files: SHIPPED, request });
    const took: number[] = [];
    for (const word of ['One', 'Two', 'Three']) {
      const files = changed('moments/welcome.md', 'subject: Your account', `subject: ${word}. Your account`);
      const before = process.threadCpuUsage();
      const played = await engine.play({ files, request });
      const { user, system } = process.threadCpuUsage(before);
      took.push((user + system) / 1000);
      expect('messages' in played && played.messages[0]?.subject).toMatch(new RegExp(`^${word}`));
    }
    // By the thread's own time, and the best of three: whoever else uses this machine is not what is measured.
    expect(Math.min(...took)).toBeLessThan(1000);
  });

  it('is told of what can run, while another file has a mistake', async () => {
    const files = changed('journeys/renewal.yaml', 'purpose: relationship', 'purpose: nice');
    const played = await createEngine().play({ files, request: await nothingDone() });
    expect(played).toMatchObject({ messages: { length: 4 } });
    expect('leftOut' in played && played.leftOut.map(({ name }) => name)).toContain('journeys/renewal.yaml');
  });

  it('is nothing without a policy', async () => {
    const { 'policy.yaml': _, ...files } = SHIPPED;
    expect(await createEngine().play({ files, request: await nothingDone() })).toHaveProperty('refused');
  });

  it('is held against scenarios, all or some', async () => {
    const only = ['scenarios/onboarding-nothing-done.yaml'];
    const good = await createEngine().scenarios({ files: SHIPPED, only });
    expect(good.items).toEqual([{ scenario: expect.any(String), file: only[0], isMet: true, unmet: [] }]);
    const files = changed(ONBOARDING, 'silent: [ { send: tip-first-step } ]', 'silent: []');
    const bad = await createEngine().scenarios({ files, only });
    expect(bad.items[0]).toMatchObject({
      isMet: false,
      unmet: [{ expected: expect.stringContaining('tip-first-step') }],
    });
  });
});

describe('a preview', () => {
  it('shows every channel and language, counts text messages, and looks at links', async () => {
    const files = changed('moments/outage-notice.md', '\n---\n', '\n---\n\n[Status](https://status.example.com/)\n');
    const { renderings } = await createEngine().preview({ files, moment: 'outage-notice', now: 0 });
    const mail = renderings.find(({ channel }) => channel === 'email');
    expect(mail?.html).toContain('<html');
    expect(mail?.links).toContainEqual({ url: 'https://status.example.com/' });
    const text = renderings.find(({ channel }) => channel === 'sms');
    expect(text?.sms).toMatchObject({ encoding: 'GSM-7', parts: expect.any(Number) });
  });

  it('says what has to be mended first', async () => {
    const files = changed('moments/welcome.md', 'moment: welcome', 'moment: welcom');
    const { problem } = await createEngine().preview({ files, moment: 'welcome', now: 0 });
    expect(problem).toContain('mend');
  });
});

describe('the schema of a file', () => {
  it.each([
    ['journeys/renewal.yaml', 'workflows/journeys/*.yaml'],
    ['moments/welcome.fr.md', 'The front matter of workflows/moments/*.md'],
    ['scenarios/a/b.yaml', 'workflows/scenarios/*.yaml'],
    ['pages/de.yaml', 'workflows/pages/*.yaml'],
    ['events.yaml', 'workflows/events.yaml'],
    ['gestures.yaml', 'workflows/gestures.yaml'],
  ])('is known by its path: %s', async (path, title) => {
    expect((await createEngine().schema({ path }))?.title).toContain(title);
  });

  it('is none of another file', async () => {
    expect(await createEngine().schema({ path: 'notes.txt' })).toBeUndefined();
  });
});
