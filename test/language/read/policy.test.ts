import { describe, expect, it } from 'vitest';
import { problems, read } from './fixture.ts';

const POLICY = JSON.stringify(read().definitions?.policy);

const policy = (change: (text: string) => string): string[] =>
  problems({
    'policy.yaml': change(
      `zone: Europe/London
mood: { halfLife: 3 days, prior: 0.5, negative: -0.25, positive: 0.25, strong: -0.6, quietAfter: 3 days }
purposes:
  transactional: { whenIncident: send, whenNegative: send, quietHours: ignore, patience: 1 day, ifUnsure: resend }
  care: { whenIncident: send, whenNegative: send, quietHours: hold, patience: 3 days, ifUnsure: resend }
  relationship: { whenIncident: hold, whenNegative: hold, quietHours: hold, patience: 10 days, cap: 3 per 7 days, ifUnsure: drop }
  promotional: { whenIncident: skip, whenNegative: skip, quietHours: hold, patience: 2 days, ifUnsure: drop, optIn: true }
gap: 20 hours
topics: { start: Getting started }
`,
    ),
  });

describe('policy.yaml', () => {
  it('is sound as it stands in these tests', () => {
    expect(policy((text) => text)).toEqual([]);
    expect(JSON.parse(POLICY).purposes.relationship.cap).toEqual({ count: 3, seconds: 604_800 });
  });

  it.each([
    ['an unknown zone', 'Europe/London', 'Europe/Londn', '1:7 there is no time zone `Europe/Londn`'],
    ['a duration without a unit', '20 hours', '20', '8:6 expected a duration such as'],
    ['a duration that is none', '20 hours', '20 moons', '8:6 `20 moons` is not a duration'],
    ['a negative duration', '20 hours', '-20 hours', '8:6 a duration cannot be negative here'],
    ['an unknown purpose', 'care:', 'cair:', '5:3 unknown `cair`: did you mean `care`?'],
    ['a word with a slip', 'ifUnsure: drop', 'ifUnsure: dorp', '6:125 found `dorp`: did you mean `drop`?'],
    ['a cap that is none', '3 per 7 days', 'three', '6:101 `three` is not a cap'],
    [
      'a reaction that is none',
      'whenNegative: skip',
      'whenNegative: never',
      '7:52 expected `send`, `hold`, `skip`, `{ instead: moment }`',
    ],
    [
      'an unknown moment in a reaction',
      'whenNegative: skip',
      'whenNegative: { instead: welcom }',
      '7:63 unknown moment `welcom`: did you mean `welcome`?',
    ],
    ['a strong mood that is not', 'strong: -0.6', 'strong: -0.1', '2:80 `strong` is a mood worse than `negative`'],
    [
      'a time that is none',
      'gap:',
      'quietHours: { from: "9 pm", to: "08:00", spread: 45 minutes }\ngap:',
      '8:21 `9 pm` is not a time',
    ],
  ])('refuses %s', (_, found, instead, message) =>
    expect(policy((text) => text.replace(found, instead)).join('\n')).toContain(`policy.yaml:${message}`),
  );
});
