import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Definitions, JourneyDefinition } from '../../../language/catalogue/definition.ts';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { BareNameError } from '../../../language/compile/errors.ts';
import { days, definitions, moment, onboarding, renewal, send } from '../../support/definitions.ts';

const catalogue = compileCatalogue(definitions);

const withJourney = (journey: JourneyDefinition, more: Partial<Definitions> = {}) =>
  compileCatalogue({ ...definitions, ...more, journeys: { [journey.id]: journey } });

describe('a catalogue', () => {
  it('is what run time parses', () => {
    expect(Catalogue.parse(JSON.parse(JSON.stringify(catalogue)))).toEqual(catalogue);
  });

  it('has a version that changes with its content and not with the order of its writing', () => {
    const reordered = { ...definitions, moments: Object.fromEntries(Object.entries(definitions.moments).reverse()) };
    expect(compileCatalogue(reordered).version).toBe(catalogue.version);
    expect(catalogue.version).toMatch(/^[0-9a-f]{16}$/);
    const changed = { ...definitions, policy: { ...definitions.policy, gap: 1 } };
    expect(compileCatalogue(changed).version).not.toBe(catalogue.version);
  });
});

describe('an event type', () => {
  it('is awaited when a journey listens to it, exits on it, has it as goal or checks that it has not happened', () => {
    const awaited = Object.keys(catalogue.events).filter((type) => catalogue.events[type]?.awaited);
    expect(awaited).toEqual([
      'product.used',
      'product.cancelled',
      'subscription.renewed',
      'subscription.lapsed',
      'feedback.received',
    ]);
  });

  it('keeps the fields that are read of it later, and how an answer names its question', () => {
    const fieldsOf = (type: string) => catalogue.events[type]?.kept;
    expect(fieldsOf('product.used')).toEqual(['feature']);
    expect(fieldsOf('product.cancelled')).toEqual(['reason']);
    expect(fieldsOf('subscription.lapsed')).toEqual(['reason', 'subscriptionId']);
    expect(fieldsOf('feedback.received')).toEqual(['answers', 'scale', 'score']);
    expect(fieldsOf('customer.signed_up')).toEqual([]);
  });

  it('keeps what a message after the listen is given, but not what another listen has replaced', () => {
    const listen = (on: string, id: string) => ({
      kind: 'listen' as const,
      id,
      on: [on],
      within: days,
      heard: [],
      silent: [],
    });
    const tip = (id: string) => ({ ...send(id, 'tip'), with: { why: '= heard.body' } });
    const steps = [listen('product.cancelled', 'a'), listen('product.used', 'b'), tip('send-a')];
    const { events } = withJourney({ ...onboarding, steps });
    expect([events['product.used']?.kept, events['product.cancelled']?.kept]).toEqual([['body'], []]);
  });
});

describe('a journey', () => {
  it('keeps the entering fields that conditions, values and copy read, also copy that may stand in', () => {
    // amount, renewsAt and seats are printed by quiet-recap, which is sent instead of value-recap.
    expect(catalogue.journeys.renewal?.fields).toEqual(['amount', 'currency', 'renewsAt', 'seats', 'subscriptionId']);
  });

  it('keeps what the work for a person prints, when the policy hands a purpose to one', () => {
    const call = moment('renewal-call', {
      channels: ['agent'],
      copy: { fr: { because: 'Parce que.', body: '{{ event.plan }}', sections: {} } },
    });
    const policy = structuredClone(definitions.policy);
    policy.purposes.relationship.whenIncident = { person: 'renewal-call' };
    const moments = { ...definitions.moments, 'renewal-call': call };
    const journey = { ...onboarding, steps: [send('send-tip', 'tip')] };
    expect(withJourney(journey, { policy, moments }).journeys.onboarding?.fields).toEqual(['plan']);
  });

  it('carries only what its machine’s own conditions read', () => {
    expect(catalogue.journeys.renewal?.inputNames).toEqual({
      event: [],
      customer: ['calmDays', 'mood', 'nps', 'silentDays', 'tenureDays'],
    });
  });

  it('knows the dates that it waits for', () => {
    expect(catalogue.journeys.renewal?.until).toEqual([
      { date: 'event.renewsAt', offset: -30 * days },
      { date: 'customer.contractEnds', offset: 0 },
    ]);
  });

  it('lists its splits', () => {
    expect(catalogue.journeys.renewal?.splits).toEqual([
      {
        step: 'reminder-timing',
        arms: [
          { name: 'early', share: 50 },
          { name: 'late', share: 50 },
        ],
      },
    ]);
  });

  it('names the first step of last words', () => {
    expect(catalogue.journeys.renewal?.exits.map(({ words }) => words)).toEqual([
      undefined,
      'Exit-subscription.lapsed',
    ]);
  });

  it.each(['$count(event)', 'customer.(mood = "negative")', '$exists(heard)'])(
    'is refused when it reads a whole record: %s',
    (when) => {
      const steps = [{ kind: 'choose' as const, id: 'choose', branches: [{ when, steps: [] }], otherwise: [] }];
      expect(() => withJourney({ ...onboarding, steps })).toThrow(BareNameError);
    },
  );
});

describe('a pace', () => {
  const fast = compileCatalogue(definitions, { pace: 7000 });
  const over = (seconds: number) => Math.ceil(seconds / 7000);

  it('divides every duration, rounded up to whole seconds', () => {
    expect(fast.pace).toBe(7000);
    expect(fast.policy).toMatchObject({
      gap: over(definitions.policy.gap),
      mood: { halfLife: over(3 * days), quietAfter: over(3 * days), prior: 0.5 },
      purposes: { relationship: { patience: over(10 * days), cap: { count: 3, seconds: over(7 * days) } } },
    });
    expect(fast.moments['quiet-recap']).toMatchObject({ patience: over(12 * days) });
    expect(fast.journeys.renewal).toMatchObject({
      goal: { within: over(60 * days) },
      mutes: { promotional: over(21 * days) },
      until: [{ offset: -over(30 * days) }, { offset: 0 }],
      steps: {
        wait: { offset: -over(30 * days) },
        'wait-2': { seconds: over(10 * days) },
        'listen-trust': { within: over(7 * days) },
      },
    });
    expect(withPaced({ again: 90 * days }).journeys.onboarding?.enter.again).toBe(over(90 * days));
  });

  const withPaced = (enter: Partial<JourneyDefinition['enter']>) =>
    compileCatalogue(
      { ...definitions, journeys: { onboarding: { ...onboarding, enter: { ...onboarding.enter, ...enter } } } },
      { pace: 7000 },
    );

  it('leaves out the time of day', () => {
    const windowed = moment('tip', { window: { from: '09:00', to: '18:00' } });
    const moments = { ...definitions.moments, tip: windowed };
    const paced = compileCatalogue({ ...definitions, moments }, { pace: 7000 });
    expect([paced.policy.quietHours, paced.moments.tip?.window]).toEqual([undefined, undefined]);
    const real = compileCatalogue({ ...definitions, moments });
    expect([real.policy.quietHours?.from, real.moments.tip?.window]).toEqual(['21:00', windowed.window]);
  });

  it('of one changes nothing', () => {
    expect(compileCatalogue(definitions, { pace: 1 })).toEqual(catalogue);
    expect(catalogue.journeys.renewal?.goal?.within).toBe(renewal.goal?.within);
  });
});
