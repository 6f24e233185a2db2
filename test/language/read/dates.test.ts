import { describe, expect, it } from 'vitest';
import { moment, problems } from './fixture.ts';

const renewal = (steps: string): string =>
  `journey: renewal\ntitle: Renewal\npurpose: relationship\nenter: { on: renewal.due, again: always }\nsteps:\n${steps}\n`;

/** What is said of this beside `event.renewsAt`, in a condition and in copy. */
const beside = (test: string): string[] => {
  const condition = JSON.stringify(`event.renewsAt ${test}`);
  return [
    problems({
      'journeys/renewal.yaml': renewal(`  - choose: [ { when: ${condition}, steps: [ { wait: 1 day } ] } ]`),
    }),
    problems({
      'journeys/renewal.yaml': renewal('  - send: note'),
      ...moment('note', undefined, `{% if event.renewsAt ${test.replace(/^=/, '==')} %}Now.{% endif %}`),
    }),
  ].map((lines) => lines.join('\n').replace(/^\S+ /, ''));
};

describe('a date beside what is written', () => {
  it.each(['>= "2026-03-01"', '< "2026-03-01T10:00:00.000Z"', '= "2026-03-01T10:00:00.000Z"'])(
    'is compared: %s',
    (test) => expect(beside(test)).toEqual(['', '']),
  );

  it.each(['>= "2026-03"', '>= "1 March 2026"', '>= "2026-02-30"', '= "today"', '>= 2026'])(
    'says in conditions and in copy what a date looks like: %s',
    (test) =>
      expect(beside(test)).toEqual(
        Array(2).fill(
          expect.stringContaining('write a day such as "2026-03-31", or a time in UTC such as "2026-03-31T'),
        ),
      ),
  );

  it.each(['= "2026-03-01"', '!= "2026-03-01T10:00"'])('is never the same as a day, or a shorter time: %s', (test) =>
    expect(beside(test)).toEqual(
      Array(2).fill(expect.stringContaining('a date has its time of day, and is never just "2026-03-01')),
    ),
  );

  it.each([
    '>= "2026-03-01T10:00+02:00"',
    '>= "2026-03-01T08:00:00Z"',
    '< "2026-03-01T08:00Z"',
    '< "2026-03-01T08:00:00.0Z"',
    '= "2026-03-01T08:00:00Z"',
    '!= "2026-03-01T10:00+02:00"',
  ])('is not compared with an instant in other letters than dates are kept in: %s', (test) =>
    expect(beside(test)).toEqual(
      Array(2).fill('dates are compared in UTC, to the millisecond: write "2026-03-01T08:00:00.000Z"'),
    ),
  );

  it('is told how a leap second is kept, as events that have one', () =>
    expect(beside('>= "2026-03-01T07:59:60Z"')).toEqual(
      Array(2).fill('dates are compared in UTC, to the millisecond: write "2026-03-01T07:59:59.000Z"'),
    ));

  it('may be compared with a day, and with an instant as it is kept', () =>
    expect([...beside('>= "2026-03-01"'), ...beside('< "2026-03-01T08:00:00.000Z"')].filter(Boolean)).toEqual([]));

  it('wants quotes', () =>
    expect(beside('>= 2026-03-01')).toEqual(Array(2).fill('a date stands in quotes, "2026-03-01"')));
});

describe('an empty text', () => {
  it('beside what is no text asks nothing: the message says how to ask', () =>
    expect(beside('= ""')[0]).toBe('a date is compared with the text "": write $exists(…) to ask whether it is there'));
});
