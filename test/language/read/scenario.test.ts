import { describe, expect, it } from 'vitest';
import { Scenario } from '../../../language/read/scenarios/scenario.ts';
import { problems, read, withSteps } from './fixture.ts';

const SCENARIO = `scenario: A welcome, and later another
customer: { id: ada, zone: Europe/Berlin, plan: solo, since: 2025-07-01 }
start: 2026-03-02T09:00
arms: { onboarding: treated, timing: late }
timeline:
  - at: 0 days
    event: customer.signed_up
    with: { email: ada@example.com, plan: solo }
expect:
  - at 1 day: sent welcome by email in onboarding
  - between 8 days and 9 days: held welcome reason quiet-hours
  - by 13 days: sent points.granted with points 100 with why "a thank-you"
  - once: entered onboarding
  - never: ended onboarding
  - never: ended welcome
`;

const EVENTS = `customer.signed_up:
  customer: customerId
  fields: { customerId: text, email: email, plan: { type: [solo, team] }, zone: { type: zone, optional: true }, score: { type: number, optional: true } }
  sets: { plan: plan, since: at, email: email }
points.granted: { ours: true, fields: { points: number, why: { type: text, optional: true } } }
`;

const STEPS = `- send: welcome
- split: timing
  arms: { early: { share: 50 }, late: { share: 50 } }
- emit: points.granted
  with: { points: 100 }`;

const FILES = {
  'events.yaml': EVENTS,
  'journeys/onboarding.yaml': withSteps(STEPS),
  'moments/welcome.md':
    '---\nmoment: welcome\nbecause: You joined.\nsubject: Hello\ntopic: start\nchannels: [email]\n---\nHello.\n',
};

const readScenario = (text: string) => read({ ...FILES, 'scenarios/one.yaml': text });

describe('a scenario', () => {
  const [scenario] = readScenario(SCENARIO).scenarios;

  it('is sound as it stands in these tests', () => {
    expect(readScenario(SCENARIO).problems).toEqual([]);
    expect(Scenario.parse(scenario)).toEqual(scenario);
  });

  it('may take a value away that need not be there', () => {
    const { problems: none, scenarios } = readScenario(SCENARIO.replace('plan: solo }', 'plan: solo, zone: null }'));
    expect(none).toEqual([]);
    expect(scenarios[0]?.timeline[0]?.with).toMatchObject({ zone: null });
  });

  it('starts at a local time, and its dates are instants', () => {
    expect(scenario).toMatchObject({
      name: 'A welcome, and later another',
      file: 'scenarios/one.yaml',
      line: 1,
      customer: { id: 'ada', attributes: { zone: 'Europe/Berlin', plan: 'solo', since: '2025-06-30T22:00:00.000Z' } },
      start: '2026-03-02T09:00',
      zone: 'Europe/Berlin',
      startsAt: '2026-03-02T08:00:00.000Z',
      arms: { onboarding: 'treated', timing: 'late' },
      timeline: [{ at: 0, event: 'customer.signed_up', with: { email: 'ada@example.com', plan: 'solo' }, line: 6 }],
    });
  });

  it("starts in the policy's zone when the customer has none", () => {
    const [other] = readScenario(SCENARIO.replace('zone: Europe/Berlin, ', '')).scenarios;
    expect(other).toMatchObject({ zone: 'Europe/London', startsAt: '2026-03-02T09:00:00.000Z' });
  });

  it('expects things in words', () => {
    expect(scenario?.expect.map(({ text: _, ...rest }) => rest)).toEqual([
      {
        line: 10,
        when: { kind: 'at', at: 86_400 },
        what: 'sent',
        subject: 'welcome',
        of: 'moment',
        channel: 'email',
        journey: 'onboarding',
      },
      {
        line: 11,
        when: { kind: 'between', from: 691_200, to: 777_600 },
        what: 'held',
        subject: 'welcome',
        of: 'moment',
        reason: 'quiet-hours',
      },
      {
        line: 12,
        when: { kind: 'by', by: 1_123_200 },
        what: 'sent',
        subject: 'points.granted',
        of: 'event',
        with: { points: 100, why: 'a thank-you' },
      },
      { line: 13, when: { kind: 'once' }, what: 'entered', subject: 'onboarding', of: 'journey' },
      { line: 14, when: { kind: 'never' }, what: 'ended', subject: 'onboarding', of: 'journey' },
      { line: 15, when: { kind: 'never' }, what: 'ended', subject: 'welcome', of: 'moment' },
    ]);
    expect(scenario?.expect[0]?.text).toBe('at 1 day: sent welcome by email in onboarding');
  });

  it.each([
    ['a start that is none', '2026-03-02T09:00', 'monday', '3:8 `monday` is not a local date and time'],
    [
      'a start in another zone than the customer',
      '2026-03-02T09:00',
      '2026-03-02T09:00Z',
      '3:8 `2026-03-02T09:00Z` is not a local',
    ],
    ['an unknown zone', 'Europe/Berlin', 'Europe/Berln', '2:28 there is no time zone `Europe/Berln`'],
    [
      'an unknown attribute',
      'plan: solo, since',
      'pln: solo, since',
      '2:43 unknown attribute `pln`: did you mean `plan`?',
    ],
    [
      'an attribute of another type',
      'plan: solo, since',
      'plan: 3, since',
      '2:49 expected text (`solo` or `team`), found 3: put it in quotes',
    ],
    [
      'an unknown event',
      'event: customer.signed_up',
      'event: customer.signed_u',
      '7:12 unknown event `customer.signed_u`: did you mean',
    ],
    [
      'an unknown field',
      'email: ada@example.com',
      'emial: ada@example.com, email: a',
      '8:13 `customer.signed_up` has no field `emial`',
    ],
    [
      'a field of another type',
      'plan: solo }',
      'plan: solo, score: high }',
      '8:56 expected a number, found the text "high"',
    ],
    [
      'null for what has to be there',
      'email: ada@example.com',
      'email: null',
      '`email` is not optional, and null is nothing: give it a value',
    ],
    ['a missing field', 'email: ada@example.com, ', '', '7:12 `customer.signed_up` needs `email`'],
    [
      'an unknown arm of a journey',
      'onboarding: treated',
      'onboarding: teated',
      '4:21 `onboarding` has no arm `teated`: did you mean `treated`?',
    ],
    ['an unknown arm of a split', 'timing: late', 'timing: later', '4:38 `timing` has no arm `later`'],
    ['arms of nothing', 'timing: late', 'timng: late', '4:30 unknown journey or split `timng`: did you mean `timing`?'],
    ['a time that is none', 'at 1 day:', 'after 1 day:', '10:5 `after 1 day` says no time'],
    [
      'an expectation that does not say when',
      'once: entered onboarding',
      'entered onboarding',
      '13:5 expected when and what, such as `at 1 day: sent welcome` or `once: ended onboarding`, found `entered onboarding`',
    ],
    [
      'a span that ends before it begins',
      '8 days and 9 days',
      '9 days and 8 days',
      '11:5 `between 9 days and 8 days` ends before',
    ],
    ['a fate of nothing', 'sent welcome by email', 'expired welcom', '10:5 unknown moment `welcom`: did you mean'],
    ['an unknown outcome', 'sent welcome', 'snet welcome', '10:5 nothing is ever `snet`: did you mean `sent`?'],
    [
      'an unknown moment',
      'sent welcome',
      'sent welcom',
      '10:5 unknown moment or emitted event `welcom`: did you mean `welcome`?',
    ],
    ['an unknown journey', 'entered onboarding', 'entered onbording', '13:5 unknown journey `onbording`'],
    ['a journey that is not one', 'in onboarding', 'in onbording', '10:5 unknown journey `onbording`'],
    ['a channel that its moment has not', 'by email', 'by sms', '10:5 `welcome` never goes by sms: there is `email`'],
    [
      'a goal that its journey has not',
      'never: ended onboarding',
      'never: goal onboarding',
      '14:5 `onboarding` has no `goal`, so nobody ever reaches it',
    ],
    [
      'an address that is none',
      'plan: solo, since',
      'email: ada.example.com, plan: solo, since',
      '2:50 nobody is known by `ada.example.com`: write an email such as ada@example.com',
    ],
    [
      'a number that nobody can be called by',
      'plan: solo, since',
      'phone: "07700 900000", plan: solo, since',
      '2:50 nobody is known by `07700 900000`: write a phone with its country, such as +442079460000',
    ],
    ['an unknown language', 'plan: solo, since', 'locale: xq, plan: solo, since', '2:51 there is no language `xq`'],
    ['a language that is no tag', 'plan: solo, since', 'locale: German, plan: solo, since', '`German`: write `de`'],
    ['an unknown channel', 'by email', 'by post', '10:5 unknown channel `post`'],
    [
      'an unknown reason',
      'quiet-hours',
      'quiet-hour',
      '11:5 nothing is decided for the reason `quiet-hour`: did you mean `quiet-hours`?',
    ],
    ['a mute by no journey', 'reason quiet-hours', 'reason muted-by:onbording', '11:5 unknown journey `onbording`'],
    [
      'a mute that names none',
      'reason quiet-hours',
      'reason muted-by',
      '11:5 `muted-by` needs the journey that came first: `muted-by:<journey>`',
    ],
    ['a reason to enter', 'entered onboarding', 'entered onboarding reason clear', '13:5 `entered` has no reason'],
    [
      'a reason of a decision to be kept out',
      'entered onboarding',
      'not-entered onboarding reason gap',
      '13:5 nobody is kept out of a journey for the reason `gap`',
    ],
    [
      'a reason of a decision to end',
      'ended onboarding',
      'ended onboarding reason gap',
      '14:5 no journey ends for the reason `gap`',
    ],
    ['words that mean nothing', 'by email', 'via email', '10:5 `via` is not understood'],
    ['words that are cut off', 'in onboarding\n', 'in\n', '10:5 `in` at the end says nothing'],
    ['a value of another type', 'points 100', 'points many', '12:5 `points`: expected a number, found the text "many"'],
    ['a field that is not emitted', 'with points 100', 'with point 100', '12:5 `points.granted` has no field `point`'],
    [
      'two expectations on a line',
      '  - once: entered onboarding\n  - never',
      '  - once: entered onboarding\n    never',
      '13:5 one expectation a line',
    ],
    [
      'nothing expected',
      SCENARIO.slice(SCENARIO.indexOf('expect:')),
      'expect: []\n',
      '9:9 a scenario without expectations tests nothing',
    ],
  ])('refuses %s', (_, from, instead, message) => {
    const { problems: all } = readScenario(SCENARIO.replace(from, instead));
    expect(all.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n')).toContain(message);
  });

  it('has a name of its own', () => {
    expect(problems({ ...FILES, 'scenarios/one.yaml': SCENARIO, 'scenarios/two.yaml': SCENARIO })).toEqual([
      'scenarios/two.yaml:1:11 scenarios/one.yaml has a scenario of this name already',
    ]);
  });
});
