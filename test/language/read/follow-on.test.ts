import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../language/read/yaml/problem.ts';
import { readYaml } from '../../../language/read/yaml/source.ts';
import { AGENT, conditionProblems, EVENTS, JOURNEY, MOMENT, problems, stepProblems } from './fixture.ts';

const SCENARIO = `scenario: They are welcomed
customer: { id: ada, zone: Europe/Berlin, email: ada@example.com }
start: 2026-03-02T09:00
arms: { onboarding: control, reminder: early }
timeline:
  - { at: 0 days, event: customer.signed_up, with: { email: ada@example.com, plan: solo } }
expect:
  - once: entered onboarding
`;

/** Everything that is said about a journey changed like this, with a scenario that names it. */
const problemsAfter = (from: string, to: string): string[] =>
  problems({ 'journeys/onboarding.yaml': JOURNEY.replace(from, to), 'scenarios/one.yaml': SCENARIO });

describe('one mistake is told once', () => {
  it.each([
    ['a line too far right', '  - wait: 3 days', '   - wait: 3 days', '9:4 this line starts further left or right'],
    ['a key too far right', '  again:', '    again:', '6:5 this line starts too far right'],
    ['a step further left', '  - wait: 3 days', ' - wait: 3 days', '9:2 this line starts further left or right'],
    ['a list too far right', '  - wait: 3 days', '    - wait: 3 days', '9:5 this line starts further left or right'],
    ['a key in the column of `-`', '  - wait: 3 days', '  wait: 3 days', '9:3 this line starts too far left'],
    [
      'keys in two columns',
      '  on: customer.signed_up',
      '    on: customer.signed_up',
      '6:3 this line starts further left',
    ],
    ['a first line further right', 'journey:', ' journey:', '1:2 the first line starts further right'],
    ['a `-` before the first line', 'journey:', '- journey:', '1:1 the file begins with `- `'],
    ['a missing space', 'title: Onboarding', 'title:Onboarding', '2:1 a space is missing behind `title:`'],
    ['two colons', 'title: Onboarding', 'title: On: boarding', '2:8 a second `: ` on the line'],
    ['a quote never closed', 'title: Onboarding', 'title: "Onboarding', '2:8 this quote is not closed'],
    [
      'a quote before another',
      'journey: onboarding',
      'journey: "onboarding\nabout: "a"',
      '1:10 this quote is not closed',
    ],
    ['a bracket never closed', '  - wait: 3 days', '  - choose: [ { otherwise: [] }', '9:13 this `[` is not closed'],
    [
      'a brace closed by a bracket',
      '  - wait: 3 days',
      '  - choose: [ { otherwise: [] ]',
      '9:15 this `{` is not closed',
    ],
    ['a bracket too many', '  - wait: 3 days', '  - choose: [ { otherwise: [] } ] ]', '9:35 a `]` too many'],
    [
      'a tab in brackets',
      '  - wait: 3 days',
      '  - wait: { until: event.at,\n\t\toffset: 1 day }',
      '10:1 a tab: YAML is indented with spaces',
    ],
    [
      'a tab behind spaces in brackets',
      '  - wait: 3 days',
      '  - choose: [\n  \t{ otherwise: [] } ]',
      '10:3 a tab: YAML is indented with spaces',
    ],
    [
      'no comma between keys',
      '  - wait: 3 days',
      '  - wait: { until: event.at offset: 1 day }',
      '9:29 a comma is missing before `offset:`',
    ],
    [
      'no comma between braces',
      '  - wait: 3 days',
      '  - choose: [ { otherwise: [] } { otherwise: [] } ]',
      '9:33 a comma is missing before `{`',
    ],
    ['a sign of YAML', 'title: Onboarding', 'title: @home', '2:8 a text that begins with `@` stands in quotes'],
    ...['*home*', '*home:', '*', '**home** now', '&home', '&home and work', '& home', '%home', '`home`', '? home'].map(
      (title) => [
        `a title ${title}`,
        'title: Onboarding',
        `title: ${title}`,
        `2:8 a text that begins with \`${title.charAt(0)}\` stands in quotes`,
      ],
    ),
    ['stars in a step', 'send: welcome', 'send: *welcome*', '8:11 a text that begins with `*` stands in quotes'],
    ['an item as a text', 'title: Onboarding', 'title: - home', '2:8 a list begins on a line of its own'],
    ['a bracket', 'title: Onboarding', 'title: [home', '2:8 this `[` is not closed'],
    [
      'an apostrophe',
      'title: Onboarding',
      "title: 'it's'",
      `2:11 a ' stands inside of the text: put the whole text in "`,
    ],
    ['a backslash', 'title: Onboarding', 'title: "a\\d"', '2:10 a backslash in double quotes is written twice'],
    ['a missing colon', 'enter:\n', 'enter\n', '4:1 neither `key: value` nor `- item`'],
    [
      'text after its quotes',
      'title: Onboarding',
      'title: "On" boarding',
      '2:13 there is more after the closing quote',
    ],
    ['a tab', '  - wait: 3 days', '\t- wait: 3 days', '9:1 a tab'],
    ['a misspelt key', 'purpose:', 'purpuse:', '3:1 unknown `purpuse`: did you mean `purpose`?'],
  ])('%s', (_, from, to, message) => {
    const lines = problemsAfter(from, to).filter((line) => !line.includes('`reminder`'));
    expect(lines).toEqual([expect.stringContaining(`journeys/onboarding.yaml:${message}`)]);
  });

  it.each([
    ['a mark at its beginning', (text: string) => `\uFEFF${text}`],
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('a file with %s is read, and its faults stand where they are', (_, saved) => {
    const broken = JOURNEY.replace('title: Onboarding', 'title: *home*');
    const lines = problems({ 'journeys/onboarding.yaml': saved(JOURNEY), 'moments/welcome.md': saved(MOMENT) });
    expect(lines).toEqual(problems({ 'journeys/onboarding.yaml': JOURNEY, 'moments/welcome.md': MOMENT }));
    expect(problems({ 'journeys/onboarding.yaml': saved(broken) })).toContainEqual(expect.stringContaining(':2:8 '));
  });

  it('a value that is named and used again is none', () => {
    const text = JOURNEY.replace('title: Onboarding', 'title: &name Onboarding\nabout: *name');
    expect(problems({ 'journeys/onboarding.yaml': text })).toEqual(problems({ 'journeys/onboarding.yaml': JOURNEY }));
  });

  it('of an event that nobody knows, anything may be read', () => {
    const steps = `- wait: { until: event.renewsAt }
- listen: renewal.donne
  within: 3 days
  heard: [ { choose: [ { when: heard.score > 2 and event.amount > 3, steps: [ { send: welcome } ] } ] } ]`;
    const head = JOURNEY.slice(0, JOURNEY.indexOf('steps:')).replace('customer.signed_up', 'customer.signedup');
    const lines = problems({
      'journeys/onboarding.yaml': `${head}steps:\n${steps.replaceAll(/^/gm, '  ')}\n`,
    });
    expect(lines).toEqual([
      expect.stringContaining('5:7 unknown event `customer.signedup`: did you mean `customer.signed_up`?'),
      expect.stringContaining('9:13 unknown moment or event type `renewal.donne`: did you mean `renewal.done`?'),
    ]);
  });

  it('but what is wrong elsewhere is still told', () => {
    const lines = problems({
      'journeys/onboarding.yaml': JOURNEY.replace('customer.signed_up', 'customer.signedup').replace(
        '3 days',
        '3 dyas',
      ),
    });
    expect(lines).toHaveLength(2);
  });
});

describe('what to do is said', () => {
  it.each([
    ['event.plan = team', 'text stands in quotes: "team"'],
    ['event.plan = “team”', 'curly quotes'],
    ['event.plan = "team" AND customer.nps > 6', '`AND`: write `and`'],
    ['NOT customer.nps > 6', '`not`: write $not(…)'],
    ['customer.nps <> 6', '`<>`: write `!='],
    ['customer.nps > "6"', 'a number stands without quotes, 6'],
    ['customer.id = 6', 'text stands in quotes, "6"'],
  ])('about %s', (condition, message) =>
    expect(conditionProblems(condition)).toEqual([expect.stringContaining(message)]),
  );

  it.each([
    [
      '- say: hello',
      'expected one of `send`, `task`, `emit`, `give`, `wait`, `choose`, `split`, `listen`, `repeat` or `exit`',
    ],
    ['- wait: 3 days\n  send: welcome', '`wait` and `send` do not go together'],
    ['- send: something-of-another-name', 'a new one goes into moments/something-of-another-name.md'],
  ])('about the step %s', (steps, message) => expect(stepProblems(steps).join('\n')).toContain(message));

  it.each([
    ['- listen: renewal.done', '8:5 `within` is missing: a duration such as'],
    ['- listen: renewal.done\n  heard: [ { exit: true } ]', '8:5 `within` is missing'],
    ['- repeat: { every: 1 day, atMost: 3 }', '8:5 `steps` is missing'],
    ['- split: timing', '8:5 `arms` is missing'],
    ['- choose: [ { when: event.plan = "solo" } ]', '8:15 `steps` is missing'],
    ['- choose: [ { steps: [ { exit: true } ] } ]', '8:15 `when` is missing: a condition such as'],
    ['- exit', '8:5 expected a step such as `exit: true`, found `exit`'],
    ['- wait 3 days', '8:5 expected a step such as `wait: 3 days`, found `wait 3 days`'],
    ['- wait:3 days', '8:5 expected a step such as `wait: 3 days`, found `wait:3 days`'],
    ['-', '8:4 expected a step such as `send: welcome`, found nothing'],
    ['- {}', '`repeat` or `exit`, found no keys'],
    [
      'wait: 3 days',
      '8:3 expected a list of steps such as `- send: welcome`, found keys (`wait`): write `- ` before `wait`',
    ],
    [
      '-wait: 3 days',
      '8:3 expected a list of steps such as `- send: welcome`, found keys (`-wait`): a space is missing behind `-`',
    ],
    ['- choose: [ yes ]', '8:15 expected keys with values, found `yes`'],
    ['- choose: event.plan = "solo"', '8:13 expected a list of branches, each such as `- when: …` with `steps`, found'],
  ])('once, and by what is missing, about the step %s', (steps, message) =>
    expect(stepProblems(steps)).toEqual([expect.stringContaining(message)]),
  );

  it.each([
    ['- if: event.plan = "solo"\n  then: [ { exit: true } ]', '8:5 unknown `if`: did you mean `choose`?'],
    ['- if: event.plan = "solo"\n  steps: [ { exit: true } ]', '8:5 unknown `if`: did you mean `choose`?'],
    ['- when: event.plan = "solo"\n  steps: [ { exit: true } ]', '8:5 unknown `when`: did you mean `choose`?'],
    ['- choose: [ { if: event.plan = "solo", steps: [ { exit: true } ] } ]', '8:17 unknown `if`: did you mean `when`?'],
    ['- choose: [ { else: [ { exit: true } ] } ]', '8:17 unknown `else`: did you mean `otherwise`?'],
    ['- listen: renewal.done\n  timeout: 3 days', '9:5 unknown `timeout`: did you mean `within`?'],
    ['- pause: 3 days', '8:5 unknown `pause`: did you mean `wait`?'],
    ['- email: welcome', '8:5 unknown `email`: did you mean `send`?'],
    ['- end: true', '8:5 unknown `end`: did you mean `exit`?'],
  ])('by our word for that of other tools in %s', (steps, message) =>
    expect(stepProblems(steps)).toEqual([expect.stringContaining(message)]),
  );

  it.each([
    [
      '- send: welcome\n  when: event.plan = "solo"',
      '9:5 `when` cannot stand beside `send`: write `- choose: [ { when: …, steps: [ { send: … } ] } ]`',
    ],
    ['- send: welcome\n  if: event.plan = "solo"', '9:5 `if` cannot stand beside `send`: write `- choose'],
    ['- where: event.plan = "solo"\n  wait: 1 day', '8:5 `where` cannot stand beside `wait`: write `- choose'],
    [
      '- choose:\n  - when: event.plan = "solo"\n    delay: 1 day\n    steps: []',
      '10:7 unknown `delay`: there is `when`, `steps`',
    ],
    ['- send: welcome\n  delay: 1 day', '9:5 `delay` cannot stand beside `send`: write `- wait: …`'],
    [
      '- listen: renewal.done\n  within: 1 day\n  when: heard.at > event.at',
      '10:5 unknown `when`: did you mean `where`?',
    ],
    ['- send: welcome\n  unles: { on: renewal.done }', '9:5 unknown `unles`: did you mean `unless`?'],
  ])('by where it belongs, about a word in the wrong place in %s', (steps, message) =>
    expect(stepProblems(steps)).toEqual([expect.stringContaining(message)]),
  );

  it.each([
    [
      '- repeat: { every: 1 day, atMost: "3" }\n  steps: [ { wait: 1 day } ]',
      ':8:37 expected a whole number of turns, from 1 to 1000, found the text `"3"`: leave out the quotes',
    ],
    ['- exit: "true"', ':8:11 found the text `"true"`: leave out the quotes'],
    ['- send: welcome\n  id: 3', ':9:9 expected text, found `3`: put it in quotes'],
    ['- wait: 3\u00A0days', ':8:11 `3\u00A0days`: a special space stands in it'],
    ['- task: call\n  cap: 3 per 7\u202Fdays', ':9:10 `3 per 7\u202Fdays`: a special space stands in it'],
    ['- wait:\u00A03 days', ':8:5 `wait:\u00A03 days`: a special space stands in it'],
    ['- choose: [ { when: event.plan\u00A0= "solo", steps: [ { exit: true } ] } ]', ':8:33 a special space'],
  ])('about quotes and special spaces in %s', (steps, message) =>
    expect(stepProblems(steps, AGENT)).toEqual([expect.stringContaining(message)]),
  );

  it.each([
    ['"true"', 'expected true or false, found the text `"true"`: leave out the quotes'],
    ['yes', 'expected true or false, found `yes`: write `true`'],
  ])('about %s where it is true or false', (value, message) =>
    expect(problemsAfter('steps:', `goal: { on: renewal.done, exit: ${value} }\nsteps:`).join('\n')).toContain(message),
  );

  it.each([
    ['exit: renewal.done', '7:7 expected a list such as `- on: renewal.done`, found `renewal.done`'],
    ['exit: true', '7:7 expected a list such as `- on: …`, found `true`'],
    ['exit: { on: renewal.done }', '7:7 expected a list such as `- on: …`, found keys (`on`): write `- ` before `on`'],
    ['exit: [ renewal.done ]', '7:9 expected keys with values such as `on: renewal.done`, found `renewal.done`'],
    ['goal: renewal.done', '7:7 expected keys with values such as `on: renewal.done`, found `renewal.done`'],
    [
      'mutes: promotional',
      '7:8 expected keys with values such as `{ promotional: 21 days, relationship: 3 days }`, found `promotional`',
    ],
    ['holdout: 5%', '7:10 expected a percentage such as `5`, found `5%`: leave the `%` out'],
  ])('by how it is written, about %s', (line, message) =>
    expect(problemsAfter('steps:', `${line}\nsteps:`)).toEqual([`journeys/onboarding.yaml:${message}`]),
  );

  it('by the sign that is too much, about shares in percent', () =>
    expect(stepProblems('- split: style\n  arms: { a: { share: 50% }, b: { share: 50 % } }')).toEqual([
      expect.stringContaining('9:25 expected a percentage such as `50`, found `50%`: leave the `%` out'),
      expect.stringContaining('9:44 expected a percentage such as `50`, found `50 %`: leave the `%` out'),
    ]));

  it('by what it is, about a weight in percent, which is no percentage', () =>
    expect(problems({ 'events.yaml': EVENTS.replace('weight: 1', 'weight: 50%') })).toEqual([
      expect.stringMatching(/expected a number, found `50%`$/),
    ]));

  it('by no function of another sense, about one that changes by itself', () =>
    expect(conditionProblems('$now() > event.at').join('\n')).not.toContain('did you mean'));

  it('about a purpose that mutes cannot have', () =>
    expect(problemsAfter('steps:', 'mutes: { promotion: 3 days }\nsteps:').join('\n')).toContain(
      'unknown `promotion`: did you mean `promotional`?',
    ));

  it('about an empty file', () =>
    expect(problems({ 'journeys/new.yaml': '' })).toEqual(['journeys/new.yaml:1:1 there is nothing here']));
});

/** Each list is the one above it ten times. */
const repeatLists = (times: number): string =>
  Array.from({ length: times }, (_, place) => {
    const thing = place === 0 ? 'x' : `*a${place - 1}`;
    return `a${place}: &a${place} [${Array(10).fill(thing).join()}]`;
  }).join('\n');

describe('what YAML itself cannot read', () => {
  const problemsIn = (text: string): string[] => {
    const problems: Problem[] = [];
    readYaml({ path: 'a.yaml', text }, problems);
    return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  };

  it.each([
    ['two anchors', 'a: &x &y 1\nb: *x', '1:7 a text that begins with `&`'],
    ['a value inside of itself', 'a: &x [*x]', '1:8 a text that begins with `*`'],
    ['values repeated without end', repeatLists(7), '1:1 values are taken from one another (`*name`) too often'],
    ['a list for a key', '[a]: b', '1:1 a text that begins with `[`'],
    ['a list for a key, on lines of its own', 'a:\n  ? - b\n  : c', '2:3 a text that begins with `?`'],
    ['a word with a value for a key', '? a: b\n: c', '1:1 a text that begins with `?`'],
    ['what copy prints for a text', 'a: {{ event.plan }}', '1:4 a text that begins with `{`'],
    ['a tag that makes a set', 'a: !!set {b, c}', '1:4 YAML takes `!!set` for a tag'],
    ['a tag that makes a date', 'a: !!timestamp x', '1:4 YAML takes `!!timestamp` for a tag'],
    ['a tag that is not closed', 'a: !<x 1', '1:4 YAML takes `!<x` for a tag'],
    ['a directive', '%FOO\n---\na: 1', '1:1 a text that begins with `%`'],
    ['a version', '%YAML 2.0\n---\na: 1', '1:1 a text that begins with `%`'],
    ['two commas', 'a: [1,,2]', '1:7 a `,` too many'],
    ['an open list', '[a, b', '1:1 this `[` is not closed'],
    ['a quoted key without a colon', 'a: {"b"c}', '1:8 a `:` or a comma is missing here'],
    ['dashes in brackets', 'a: [- 1]', '1:5 between `[` or `{`'],
    ['more behind a quoted key', '"a" b: 1', '1:5 there is more after the closing quote'],
    ['a comment without a space', 'a: "x"#y', '1:7 a space is missing before `#`'],
    ['text behind `|`', 'a: |x\n b', '1:5 behind `>` or `|` the text begins on the next line'],
    ['a tab below `>`', 'a: >\n\tb', '2:1 a tab'],
    ['an empty line with spaces below `|`', 'a: |\n     \n  b', '3:3 an empty line above starts further right'],
    ['a key without end', `${'x'.repeat(1100)}: 1`, '1:1 what stands before a `:` has at most 1024 letters'],
  ])('is told in our words: %s', (_, text, message) => {
    expect(problemsIn(text)[0]).toContain(message);
    expect(problemsIn(text).join()).not.toContain('YAML:');
  });
});
