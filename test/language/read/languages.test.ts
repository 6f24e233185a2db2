import { describe, expect, it } from 'vitest';
import { EVENTS, POLICY, problems } from './fixture.ts';

const problemsOf = (title: string): string[] =>
  problems({
    'events.yaml': `${EVENTS}credit.granted: { ours: true, gesture: true, fields: { days: number } }\n`,
    'gestures.yaml': `currency: EUR
gestures:
  credit:
    title: ${title}
    cost: 7 EUR
    by: [agents]
    emit: credit.granted
    with: { days: 7 }
`,
  });

describe('the title of a gesture', () => {
  it.each([
    ['{ en: a, en-GB: b, en-gb: c }', '4:31 `en-gb` is the same language as `en-GB`: keep one of them'],
    ['{ en: a, EN: b }', '4:21 `EN` is the same language as `en`: keep one of them'],
    ['{ he: a, iw: b }', '4:21 `iw` is the same language as `he`: keep one of them'],
  ])('is said once in a language, however that is written: %s', (title, message) =>
    expect(problemsOf(title)).toEqual([`gestures.yaml:${message}`]),
  );

  it.each(['{ en: a, en-GB: b }', '{ es-419: a, zh-Hant-TW: b }'])('may be another in a country: %s', (title) =>
    expect(problemsOf(title)).toEqual([]),
  );

  it.each([
    ['{ en_GB: a }', '`en_GB`: write `en-GB`'],
    ['{ English: a }', '`English`: write `en`'],
    ['{}', 'say it in one language at least: `{ en: 14 days free }`'],
  ])('has its languages written as customers have them: %s', (title, message) =>
    expect(problemsOf(title)).toEqual([expect.stringContaining(message)]),
  );
});

describe('words of policy.yaml by language', () => {
  it.each([
    ['languages: { eng: 0.5 }', '`eng`: write `en`'],
    ['copy: { notInCare: { DE: [rea] } }', '`DE`: write `de`'],
    ['themes: { export: { de-AT: [export] } }', '`de-AT`: write `de`'],
    ['copy: { promises: { German: [bis morgen] } }', '`German`: write `de`'],
  ])('are under a language as copy has it, by which they are looked for: %s', (line, message) =>
    expect(problems({ 'policy.yaml': `${POLICY}${line}\n` })).toEqual([expect.stringContaining(message)]),
  );
});
