import { describe, expect, it } from 'vitest';
import { POLICY, problems, read } from './fixture.ts';

const policy = (change: (text: string) => string): string[] =>
  problems({
    'policy.yaml': change(POLICY),
  });

describe('policy.yaml', () => {
  it('is sound as it stands in these tests', () => {
    expect(policy((text) => text)).toEqual([]);
    expect(read().definitions?.policy.purposes.relationship.cap).toEqual({ count: 3, seconds: 604_800 });
  });

  it('may say whose phone numbers are meant', () => {
    const { definitions } = read({ 'policy.yaml': `${POLICY}country: 'NO'\n` });
    expect(definitions?.policy.country).toBe('NO');
  });

  it.each([
    ['an unknown zone', 'Europe/London', 'Europe/Londn', '1:7 there is no time zone `Europe/Londn`'],
    [
      'a country by its name',
      'zone: Europe/London',
      'zone: Europe/London\ncountry: Germany',
      '2:10 there is no country `Germany`: write two capital letters, such as GB',
    ],
    ['a duration without a unit', '20 hours', '20', '9:6 expected a duration such as'],
    ['a duration that is none', '20 hours', '20 moons', '9:6 `20 moons` is not a duration'],
    ['a negative duration', '20 hours', '-20 hours', '9:6 a duration cannot be negative here'],
    ['an unknown purpose', 'care:', 'cair:', '5:3 unknown `cair`: did you mean `care`?'],
    ['a word with a slip', 'ifUnsure: drop', 'ifUnsure: dorp', '6:126 found `dorp`: did you mean `drop`?'],
    ['a cap that is none', '3 per 7 days', 'three', '6:102 `three` is not a cap'],
    [
      'a reaction that is none',
      'whenNegative: skip',
      'whenNegative: never',
      '7:54 expected `send`, `hold`, `skip`, `{ instead: moment }`',
    ],
    [
      'an unknown moment in a reaction',
      'whenNegative: skip',
      'whenNegative: { instead: welcom }',
      '7:65 unknown moment `welcom`: did you mean `welcome`?',
    ],
    ['a strong mood that is not', 'strong: -0.6', 'strong: -0.1', '2:80 `strong` is a mood worse than `negative`'],
    ['a time that is none', 'from: "21:00"', 'from: "9 pm"', '8:21 `9 pm` is not a time'],
  ])('refuses %s', (_, found, instead, message) =>
    expect(policy((text) => text.replace(found, instead)).join('\n')).toContain(`policy.yaml:${message}`),
  );
});
