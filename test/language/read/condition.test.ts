import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../language/expressions/condition.ts';
import { infer } from '../../../language/read/expressions/expression.ts';
import type { Names } from '../../../language/read/expressions/typed.ts';
import { runs } from '../../support/depth.ts';
import { conditionProblems, stepProblems, withSteps } from './fixture.ts';

describe('conditions that are taken', () => {
  it.each([
    'customer.mood = "negative"',
    '$not(customer.plan = "team")',
    'customer.tenureDays > 730 and (customer.nps <= 6 or customer.silentDays > 90)',
    '$not($exists(customer.nps))',
    'event.plan in ["solo", "team"]',
    '$lowercase(customer.firstName) != "ada"',
    '$contains(customer.firstName, /^A/)',
    '(event.plan = "solo" ? 1 : 2) > customer.nps * 2 - 3',
    '$toMillis(event.at) > 0 and event.at > "2026-01-01"',
    '$max([customer.nps, customer.csat]) >= 4',
    '-customer.nps < -(3 % 2)',
    'customer.csat + customer.ces > 9 and customer.nps > 5',
  ])('%s', (condition) => expect(conditionProblems(condition)).toEqual([]));
});

describe('conditions that are refused', () => {
  it.each([
    ['', 'the condition is empty'],
    ['customer.mood == "negative"', '`==`: write `=` to compare'],
    ['!customer.nps', '`!`: write $not(…), or `!=` to compare'],
    ['event.plan = "solo" && true', '`&&`: write `and`'],
    ['event.plan = ', 'something is missing behind `=`'],
    ['customer.nps => 3', '`=>`: write `>=`'],
    ['customer.nps =< 3', '`=<`: write `<=`'],
    ['event.plan := "solo"', '`:=`: write `=` to compare'],
    ['event.plan is "solo"', '`is`: write `=` to compare'],
    ['event.plan is not "solo"', '`!=` for “is not”'],
    ['event.email contains "a"', '`contains`: write $contains(text, part)'],
    ['event.plan = "solo" | true', '`|`: write `or`'],
    ['event.email starts with "a"', '`starts`: write $contains(text, /^beginning/)'],
    ['event.plan exists', '`exists`: write $exists(…)'],
    ['event.plan # 3', '`#` is no sign of conditions'],
    ['event.plan @ "solo"', '`@` is no sign of conditions'],
    ['event.plan = `solo', '` is not closed: text stands in straight quotes'],
    ['event.plan = "solo" /* so far', 'a comment is not closed'],
    ['event.plan = "\\u12"', 'write the letter itself'],
    ['customer.nps > 1e999', '`1e999` is too large a number'],
    ['event.3 = "solo"', '`3` cannot stand behind a point'],
    ['$contains(event.email, //)', 'an empty pattern'],
    ['% = 3', '`%` stands between two numbers'],
    ['function(x) { x }', 'a function of your own cannot be used'],
    ['event{plan: 1}{plan: 2}', 'this cannot be read: values are compared by'],
    ['event.plan in ("solo", "team")', '`in (…)`: a list stands in square brackets, ["a", "b"]'],
    ['event.plan in ["solo" "team"]', 'a comma or a `]` is missing before `team`'],
    ['$contains(event.email "a")', 'a comma or a `)` is missing before `a`'],
    ['event.plan in ["solo"', 'a `]` is missing at the end'],
    ['(event.plan = "solo"', 'a `)` is missing at the end'],
    ['event.plan = "solo")', 'a `)` too many'],
    ['event.plan = "solo', '`"solo`: this quote is not closed'],
    ['event.plan = "team" or event.plan = \'so', "`'so`: this quote is not closed, write ' behind"],
    ['customer.nps > 3,5', '`,`: write `and` or `or` between conditions; a number has a point, 3.5'],
    ['customer.nps > 3 EUR', 'between `3` and `EUR` something is missing'],
    ['event.plan = "solo" customer.nps > 3', 'between `"solo"` and `customer` something is missing'],
    ['and event.plan = "solo"', '`and` joins two conditions, and one is missing'],
    ['if event.plan = "solo"', '`if` is not written here'],
    ['{{ event.plan }} = "solo"', '`{{` and `}}` are not written here'],
    ['event.at > 2026-01-01', 'a date stands in quotes, "2026-01-01"'],
    ['event.email =~ "a"', '`~` is no sign of conditions'],
    ['exists(event.plan)', 'a function begins with `$`: write `$exists(…)`'],
    ['{% event.plan = "solo" %}', '`{%` and `%}` are not written here: the condition stands alone'],
    ['event.pln = "solo"', 'unknown `event.pln`: did you mean `event.plan`?'],
    ['costumer.plan = "solo"', 'unknown `costumer`: did you mean `customer`?'],
    ['customer.tenuredays > 1', 'unknown `customer.tenuredays`: did you mean `customer.tenureDays`?'],
    ['heard.score = 1', 'unknown `heard.score`: nothing has been heard here'],
    ['event.plan = 3', '`solo` or `team`'],
    ['event.plan = "teem"', 'did you mean `team`?'],
    ['"teem" = event.plan', 'did you mean `team`?'],
    ['customer.mood = "sad"', '"sad" is never the value: it is `negative`, `neutral` or `positive`'],
    ['customer.nps < "7"', 'a number is compared with the text "7"'],
    ['customer.csat = 0', '0 is never the value: it is 1 to 5'],
    ['customer.csat != 6', '6 is never the value: it is 1 to 5'],
    ['customer.csat > 5', 'this is never so with 5: the value is 1 to 5'],
    ['1 > customer.trust', 'this is never so with 1: the value is 1 to 5'],
    ['event.at > 3', 'a date is compared with 3'],
    ['event.at > "tomorrow"', 'a date is compared with the text "tomorrow"'],
    ['customer.nps and customer.csat', '`and` and `or` join conditions'],
    ['customer.nps', 'a condition is true or false, and this is a number'],
    ['$now() > event.at', '$now() is not for conditions: they have to say the same whenever they are asked'],
    ['$random() > 0.5', 'they have to say the same'],
    ['$number(event.plan) = 1', '$number() is not for conditions'],
    ['$lowercas(event.plan) = "solo"', 'did you mean `$lowercase`?'],
    ['$lowercase(customer.nps) = "1"', '$lowercase() wants text, and this is a number'],
    ['$contains(event.email, customer.firstName)', '$contains() would fail when its second value is missing'],
    ['customer.nps / customer.csat > 1', 'only a number other than 0 can divide'],
    ['event.plan & 1 + "a" = "b"', 'only numbers can be calculated with'],
    ['event.plan[0] = "s"', 'only names such as `event.plan` can be read'],
    ['event.plan.name = "s"', 'there is nothing inside it'],
    ['$event.plan = "solo"', 'names are written without `$`'],
    ['event.plan = null', '`null` is not for conditions: ask $exists(…)'],
    ['event.plan in "solo"', '`in` looks into a list'],
    ['($x := 1; $x = 1)', 'a condition is one expression'],
  ])('%s', (condition, message) => expect(conditionProblems(condition).join('\n')).toContain(message));

  it('says so when YAML took a part of it for a comment', () => {
    const plain = (condition: string) =>
      stepProblems(`- choose:\n    - when: ${condition}\n      steps: [ { wait: 1 day } ]`);
    expect(plain('event.plan = "a #1 customer"')).toEqual([
      expect.stringContaining('onboarding.yaml:9:15 YAML drops what comes after ` #`'),
    ]);
    expect(plain('event.plan = "solo" # and more')).toEqual([expect.stringContaining(':9:15 YAML drops')]);
    expect(plain(`'event.plan = "solo"' # not cut`)).toEqual([]);
  });

  it('says so when YAML took a part of it for a tag', () => {
    expect(stepProblems('- choose: [ { when: !paid event.plan = "solo", steps: [] } ]')).toEqual([
      expect.stringContaining(':8:23 YAML takes `!paid` for a tag'),
    ]);
  });

  it.each([
    ['event.plan = ‸= "solo"', '`=` cannot stand here'],
    ["'event.plan = \"it''s\" and customer.nps > 3 ‸EUR'", 'between `3` and `EUR`'],
    ['"event.plan = \\"solo\\" ‸&& true"', '`&&`'],
    ['"event.plan = ‸\\"solo"', 'this quote is not closed'],
    ["'event.plan = ''solo'' ‸== true'", '`==`'],
    ['(event.plan = "solo‸"', 'a `)` is missing at the end'],
    ['event.plan ‸=', 'something is missing behind `=`'],
    ['>-\n        event.plan = "solo"\n        and customer.nps =‸> 3', '`=>`'],
    ['event.plan = "solo"\n        or customer.nps ‸! 3', '`!`'],
    ['event.plan = "solo" ‸$nps', 'between `"solo"`'],
    ['event.plan = "solo" ‸"team"', 'between `"solo"`'],
    ['event.plan ‸:= "solo"', '`:=`'],
  ])('says where one breaks, however YAML writes it: %s', (marked, message) => {
    const steps = `- choose:\n    - when: ${marked}\n      steps: [ { wait: 1 day } ]`;
    const lines = withSteps(steps).split('\n');
    const line = lines.findIndex((each) => each.includes('‸'));
    expect(stepProblems(steps.replace('‸', ''))).toEqual([
      expect.stringContaining(`onboarding.yaml:${line + 1}:${(lines[line]?.indexOf('‸') ?? 0) + 1} `),
    ]);
    expect(stepProblems(steps.replace('‸', '')).join()).toContain(message);
  });

  it('says where the value of a field breaks, behind its `= `', () => {
    expect(stepProblems('- send: welcome\n  with: { gift: = event.plan == 3 }').join('\n')).toContain(':9:32 `==`');
  });

  it('says everything that is wrong with one, not only the first', () => {
    expect(conditionProblems('event.a = 1 and event.b = 2')).toHaveLength(2);
  });
});

const names: Names = new Map([
  ['words', { kind: 'text', sure: false, provenance: [] }],
  ['count', { kind: 'number', sure: false, provenance: [] }],
  ['paid', { kind: 'boolean', sure: false, provenance: [] }],
  ['since', { kind: 'date', sure: false, provenance: [] }],
  ['title', { kind: 'text', sure: true, provenance: [] }],
]);
const scope = { roots: new Map([['event', names]]) };

const leaf = fc.constantFrom(
  ...['event.words', 'event.count', 'event.paid', 'event.since', 'event.title', '"a"', '3', '-1', 'true', '/a/'],
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(...'=|!=|<|>|<=|>=|and|or|in|&|+|-|*|/|%'.split('|')),
        tie('expression'),
      )
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `[${left}, ${right}]`),
    fc.tuple(leaf, tie('expression'), tie('expression')).map((parts) => `(${parts[0]} ? ${parts[1]} : ${parts[2]})`),
    fc
      .tuple(
        fc.constantFrom(
          ...'not exists boolean contains lowercase trim length substring string abs round max count toMillis sum'.split(
            ' ',
          ),
        ),
        fc.array(tie('expression'), { minLength: 1, maxLength: 2 }),
      )
      .map(([name, args]) => `$${name}(${args.join(', ')})`),
  ),
}));

describe('what a machine may meet', () => {
  it('a fact that is missing leaves what is made of it missing, but for $exists and comparisons', () => {
    const sure = (source: string) => infer(source, scope).typed?.sure;
    expect(['$exists(event.words)', 'event.words = "a"', 'event.words & "a"'].map(sure)).toEqual([true, true, true]);
    expect(['$boolean(event.words)', 'event.count < 1', '$trim(event.words)'].map(sure)).toEqual([false, false, false]);
  });

  it('an accepted condition never fails, whichever facts are missing', async () => {
    const facts = fc.record(
      {
        words: fc.constantFrom('', 'a', 'b'),
        count: fc.constantFrom(0, -2, 7.5),
        paid: fc.boolean(),
        since: fc.constant('2026-03-01T00:00:00.000Z'),
        title: fc.constantFrom('', 'a'),
      },
      { requiredKeys: ['title'] },
    );
    const property = fc.asyncProperty(expression, facts, async (source, event) => {
      const { typed, faults } = infer(source, scope);
      if (faults.length > 0 || !typed) return;
      const value = await evaluate(source, { event });
      if (value === undefined) expect(typed.sure).toBe(false);
      else if (typed.kind !== 'list')
        expect(typeof value).toBe(typed.kind === 'date' ? 'string' : typed.kind === 'text' ? 'string' : typed.kind);
    });
    await fc.assert(property, { numRuns: runs(1000) });
  });
});

describe('lists of things in conditions', () => {
  const things = new Map([
    ['name', { kind: 'text', sure: true, provenance: [] }],
    ['price', { kind: 'number', sure: true, provenance: [] }],
  ] as const);
  const event: Names = new Map([
    ['items', { kind: 'list', element: things, sure: true, provenance: ['stated'] }],
    ['plan', { kind: 'text', sure: true, provenance: [] }],
  ] as const);
  const faults = (condition: string) => infer(condition, { roots: new Map([['event', event]]) }).faults.join('\n');

  it.each([
    '$count(event.items) > 2',
    '$sum(event.items.price) >= 100',
    '$max(event.items.price) > 50 or $average(event.items.price) < 5',
    '"Tent" in event.items.name',
    '$exists(event.items)',
  ])('%s', (condition) => expect(faults(condition)).toBe(''));

  it.each([
    ['event.items.pricy > 1', 'unknown `event.items.pricy`: did you mean `price`?'],
    ['event.items.price > 1', 'a list cannot be less or more than something'],
    ['event.items.name = "Tent"', 'a list is compared with the text "Tent"'],
    ['$sum(event.items) > 1', '$sum() wants a list of numbers such as `[a, b]` or `event.items.price`'],
    ['$sum(event.items.name) > 1', '$sum() wants a list of numbers'],
    ['3 in event.items.name', '3 is compared with text'],
    ['event.items.name.first = "a"', '`event.items.name` is text: there is nothing inside it'],
    ['event.plan.name = "a"', '`event.plan` is text: there is nothing inside it'],
  ])('%s is refused', (condition, message) => expect(faults(condition)).toContain(message));

  it.each([
    [[], false],
    [[{ price: 120 }], true],
    [[{ price: 60 }, { price: 60 }], true],
  ])('of %j the sum is 100 or more: %s', async (items, is) =>
    expect((await evaluate('$sum(event.items.price) >= 100', { event: { items } })) === true).toBe(is),
  );
});
