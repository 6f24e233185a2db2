import { describe, expect, it } from 'vitest';
import { litWay } from '../../../console/features/drafts/lit-way.ts';
import { scenarioText } from '../../../console/features/drafts/scenario-text.ts';
import { newJourney, newMoment } from '../../../console/features/drafts/starts.ts';
import { tellPlayed } from '../../../console/features/drafts/telling.ts';
import { touching } from '../../../console/features/drafts/touching.ts';
import { sideBySide } from '../../../console/features/publish/lines.ts';
import { edgeKey } from '../../../console/shared/journey/drawing.ts';
import { createEngine } from '../../../console/worker/engine.ts';
import type { Files } from '../../../console/worker/files.ts';
import { SHIPPED } from '../worker/files.ts';

const ONBOARDING = 'journeys/onboarding.yaml';

const playedFrom = async (file: string) => {
  const engine = createEngine();
  const outline = await engine.outline({ files: SHIPPED, path: ONBOARDING });
  const scenario = (await engine.playable({ files: SHIPPED })).find((each) => each.file === file);
  if (!outline || !scenario) throw new Error('The shipped files changed.');
  const played = await engine.play({ files: SHIPPED, request: scenario.request });
  if ('refused' in played) throw new Error(played.refused);
  return { scenario, played, outline: { ...outline, on: outline.enter.on } };
};

describe('the way that lights up', () => {
  it('leads through choices to every step that somebody was at, and no other', async () => {
    const { played, outline } = await playedFrom('scenarios/onboarding-nothing-done.yaml');
    const own = played.path.filter(({ journey }) => journey === 'onboarding');
    const whole = litWay(outline, own, true);
    expect([...whole.steps]).toEqual(
      expect.arrayContaining(['start', 'send-welcome', 'send-tip-first-step', 'send-tip-solo', 'first-month', 'end']),
    );
    expect(whole.steps.has('send-tip-team')).toBe(false);
    // Every arrow of it begins where another ended.
    for (const edge of outline.edges.filter((each) => whole.edges.has(edgeKey(each))))
      expect(whole.steps.has(edge.from) && whole.steps.has(edge.to)).toBe(true);
    const early = litWay(outline, own.slice(0, 3), false);
    expect(early).toMatchObject({ now: 'listen-product-activated' });
    expect(early.steps.has('send-tip-first-step')).toBe(false);
  });
});

describe('the scenarios to choose from', () => {
  it('are first those that begin the open journey with their first event', async () => {
    const engine = createEngine();
    const scenarios = await engine.playable({ files: SHIPPED });
    const outline = await engine.outline({ files: SHIPPED, path: 'journeys/renewal.yaml' });
    if (!outline) throw new Error('The shipped files changed.');
    const { own, others } = touching(scenarios, outline);
    expect(own[0]?.request.events[0]?.event).toBe('subscription.renewal_due');
    expect(own.every(({ request }) => request.events.some(({ event }) => event === 'subscription.renewal_due'))).toBe(
      true,
    );
    expect(others.some(({ request }) => request.events.some(({ event }) => event === 'subscription.renewal_due'))).toBe(
      false,
    );
    expect([...own, ...others]).toHaveLength(scenarios.length);
  });
});

describe('what is told', () => {
  it('has each message by the decision that sent it', async () => {
    const { played } = await playedFrom('scenarios/onboarding-nothing-done.yaml');
    const lines = tellPlayed(played);
    const sent = lines.filter(({ message }) => message !== undefined);
    expect(sent.map(({ text, message }) => [text, played.messages[message ?? 0]?.moment])).toEqual([
      ['welcome sent by email', 'welcome'],
      ['tip-first-step sent by email', 'tip-first-step'],
      ['tip-solo sent by email', 'tip-solo'],
      ['onboarding-survey sent by email', 'onboarding-survey'],
    ]);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());
  });
});

describe('a play kept as a scenario', () => {
  it.each(['scenarios/recovery-trust-lost.yaml', 'scenarios/renewal-promoter.yaml'])(
    'is sound, and met by the same files: %s',
    async (file) => {
      const { scenario, played } = await playedFrom(file);
      const scenarioFile = scenarioText('What I saw', scenario.request, played, scenario.zone);
      const files: Files = { ...SHIPPED, [scenarioFile.path]: scenarioFile.text };
      expect(await createEngine().check({ files })).toEqual([]);
      const { items } = await createEngine().scenarios({ files, only: [scenarioFile.path] });
      expect(items).toMatchObject([{ isMet: true, unmet: [] }]);
    },
  );
});

describe('what begins anew', () => {
  it('is sound but for what nobody can know', async () => {
    const journey = newJourney('Thänks for a *large* order');
    expect(journey.path).toBe('journeys/thanks-for-a-large-order.yaml');
    const other = newJourney('Grüße: über #Straße');
    expect(other.text).toContain('\ntitle: "Grüße: über #Straße"\n');
    const moment = newMoment('Order thanks');
    const files = Object.fromEntries([journey, other, moment].map(({ path, text }) => [path, text]));
    const findings = await createEngine().check({ files: { ...SHIPPED, ...files } });
    expect(findings.filter(({ isWarning }) => !isWarning)).toEqual([]);
  });
});

describe('two texts side by side', () => {
  it('show what is gone and what is new, and the same lines in both', () => {
    const { left, right } = sideBySide('a\nb\nc', 'a\nx\nc\nd');
    expect(left.map(({ text, change }) => `${change} ${text}`)).toEqual(['same a', 'gone b', 'same c']);
    expect(right.map(({ text, change }) => `${change} ${text}`)).toEqual(['same a', 'new x', 'same c', 'new d']);
  });
});
