import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../functions/deliver/copy/engine.ts';
import { printDate } from '../../../functions/deliver/copy/filters.ts';
import { createParser, DATE_STYLES } from '../../../language/read/copy/liquid-filters.ts';
import { SIGNATURES } from '../../../language/read/copy/liquid-signatures.ts';
import { EVENTS, JOURNEY, MOMENT, moment, problems, read, stepProblems } from './fixture.ts';

/** What is wrong with copy that stands for the body of a moment, sent after `customer.signed_up`. */
const copy = (body: string): string =>
  problems({ 'moments/welcome.md': MOMENT.replace('Your plan is {{ event.plan }}.', body) }).join('\n');

describe('copy that is taken', () => {
  it.each([
    ['{{ event.plan | capitalize }} since {{ event.at | date }}'],
    ['{{ customer.tenureDays | number }} {{ customer.tenureDays | money: "EUR" }} {{ event.at | date: "datetime" }}'],
    ['{{ customer.plan }} is known, as the entering event sets it'],
    ['{{ customer.tenureDays }} likewise, from since'],
    ['{{ customer.firstName | default: "there" }}'],
    ['{% if customer.firstName %}{{ customer.firstName }}{% endif %}'],
    ['{% if event.plan == "solo" and customer.firstName %}{{ customer.firstName }}{% endif %}'],
    ['{% if customer.firstName != blank %}{{ customer.firstName }}{% endif %}'],
    ['{% if customer.firstName == nil %}You{% else %}{{ customer.firstName }}{% endif %}'],
    ['{% unless customer.firstName %}You{% else %}{{ customer.firstName }}{% endunless %}'],
    ['{% if not customer.firstName and event.plan != "team" or event.plan contains "b" %}a{% endif %}'],
    ['{% case customer.firstName %}{% when "Ada" %}{{ customer.firstName }}{% endcase %}'],
    ['{% if not customer.firstName %}You{% elsif event.plan %}{{ customer.firstName }}{% endif %}'],
    ['{{ customer.tenureDays | times: 2 | plus: "1.5" | round | number: 0 | append: " days" | upcase }}'],
    ['{{ customer.tenureDays | default: 0 | number }} {{ event.at | default: "" | date }}'],
    ['{{ customer.firstName | default: "you" | split: " " | first | truncate: 20, "…" }} {{ event.plan | size }}'],
    [
      '{{ event.plan | append: "?" }}? {% if event.customerId == "?" %}What?{% endif %}{% # why? %} {% raw %}{{ ? }}{% endraw %}',
    ],
    ['{% comment %}{{ nothing }}{% endcomment %}{% raw %}{{ nothing }}{% endraw %}'],
    ['{% comment %}{% else if %} it"s{% endcomment %}{% raw %}{% if a == "b %}{% else if %}{% endraw %}'],
    ['{% if event.customerId == "it\'s" %}a{%- else -%}{{ event.plan | append: " \'" }}{% endif %}'],
  ])('%s', (body) => expect(copy(body)).toBe(''));
});

describe('the filters of copy', () => {
  const filters = Object.keys(createParser().filters).map((name) => `{{ event.at | ${name}: 1 }}`);
  it('are those that messages are written with', () => {
    const { parse } = createEngine();
    for (const copy of filters) expect(() => parse(copy)).not.toThrow();
    expect(() => parse('{{ event.at | sample }}')).toThrow();
  });

  it('are all known by what they take', () =>
    expect([...SIGNATURES.keys()].toSorted()).toEqual(Object.keys(createParser().filters).toSorted()));

  const VALUES = {
    text: 'a b',
    number: 3,
    boolean: true,
    date: '2026-03-02T10:00:00Z',
    list: ['a', 'b'],
    any: undefined,
  };
  const OWN = new Map([
    ['date', ['"short"']],
    ['money', ['"EUR"']],
  ]);

  it.each([...SIGNATURES])('print what they take: %s', (name, { takes, behind, needs }) => {
    const { parse, render } = createEngine();
    const texts = OWN.get(name) ?? behind.map((each) => (each === 'number' ? '1' : '"a"'));
    for (const kind of takes.kinds)
      for (const count of [needs, behind.length]) {
        const filter = `${name}${count > 0 ? `: ${texts.slice(0, count).join(', ')}` : ''}`;
        const names = { event: { x: VALUES[kind] }, customer: {}, with: {} };
        const { values } = render(parse(`{{ event.x | ${filter} }}`), names, { zone: 'UTC', locale: 'en' });
        expect(values.join()).not.toMatch(/NaN|Infinity|undefined/);
      }
  });

  it.each(DATE_STYLES)('know the date style %s', (style) =>
    expect(printDate('2026-03-02T10:00:00Z', style, 'Europe/London', 'en')).toMatch(/\w/),
  );
});

describe('copy that is refused', () => {
  it.each([
    ['{{ event.pln }}', ':9:4 unknown `event.pln`: did you mean `event.plan`? (journey onboarding, step send-welcome)'],
    ['{{ customer.frstName }}', ':9:4 unknown `customer.frstName`: did you mean `customer.firstName`?'],
    ['{{ customer.mood }}', ':9:4 `customer.mood` is not for copy'],
    ['{{ name }}', ':9:4 `name`: copy reads `event.…`, `customer.…` and `with.…`'],
    ['{{ event.plan.size }}', ':9:4 `event.plan.size`: copy reads'],
    ['{{ heard.score }}', ':9:4 `heard.score`: copy reads'],
    ['Hello\n\nand {{ customer.firstName }}', ':11:8 `customer.firstName` may be missing'],
    ['{% if event.plan %}{{ customer.firstName }}{% endif %}', ':9:23 `customer.firstName` may be missing'],
    ['{% if customer.firstName or event.plan %}{{ customer.firstName }}{% endif %}', 'may be missing'],
    ['{% if customer.firstName %}a{% else %}{{ customer.firstName }}{% endif %}', 'may be missing'],
    ['{% unless customer.firstName %}{{ customer.firstName }}{% endunless %}', 'may be missing'],
    ['{% if customer.firstName != "" %}{{ customer.firstName }}{% endif %}', '`customer.firstName` may be missing'],
    ['{% if customer.firstName != empty %}{{ customer.firstName }}{% endif %}', '`customer.firstName` may be missing'],
    [
      '{% if customer.firstName == "" %}a{% else %}{{ customer.firstName }}{% endif %}',
      'may be missing: put it inside',
    ],
    ['{{ event.plan | append: customer.firstName }}', ':9:25 `customer.firstName` may be missing'],
    ['{{ event.plan | capitalise }}', ':9:17 unknown filter `capitalise`: did you mean `capitalize`?'],
    ['{% fi event.plan %}{% endif %}', ':9:1 unknown tag `fi`: did you mean `if`?'],
    ['{% for a in event.plan %}{% endfor %}', ':9:13 a loop goes through a list, and `event.plan` is text'],
    ['{% assign a = 1 %}', ':9:1 `{% assign %}` is not for copy'],
    ['{{ event.at | sample }}', 'unknown filter `sample`'],
    ['{{ event.at | date: "%Y" }}', ':9:4 there is no date style `%Y`: there is `long`'],
    ['{{ event.plan | date }}', ':9:4 `date` prints dates, and this is text'],
    ['{{ event.at | number }}', ':9:4 `number` prints numbers, and this is a date'],
    [
      '{{ event.customerId | number }}',
      ':9:4 `number` prints numbers, and this is text: declare its field of type `number`',
    ],
    ['{{ event.customerId | money: "EUR" }}', ':9:4 `money` prints numbers, and this is text: declare'],
    ['{{ event.customerId | plus: 1 }}', ':9:4 `plus` takes numbers, and this is text: declare'],
    ['{{ event.plan | number }}', ':9:4 `number` prints numbers, and this is text (`solo` or `team`)'],
    ['{{ event.at | plus: 1 }}', ':9:4 `plus` takes numbers, and this is a date'],
    ['{{ event.plan | join: "-" }}', ':9:4 `join` takes lists, and this is text'],
    ['{{ customer.tenureDays | size }}', ':9:4 `size` takes text or lists, and this is a number'],
    ['{{ customer.tenureDays | append: " days" | number }}', ':9:4 `number` prints numbers, and this is text'],
    ['{{ event.at | date | date: "short" }}', ':9:4 `date` prints dates, and this is text'],
    ['{{ customer.firstName | default: 3 | number }}', ':9:4 `number` prints numbers, and this is text: declare'],
    ['{{ customer.tenureDays | default: "no" | number }}', ':9:4 `number` prints numbers, and this is the text "no"'],
    ['{{ customer.tenureDays | default: event.plan | number }}', ':9:35 `number` prints numbers, and this is text'],
    ['{{ "much" | money: "EUR" }}', ':9:4 `money` prints numbers, and this is the text "much"'],
    ['{{ customer.tenureDays | plus: event.plan }}', ':9:32 a number stands behind `plus`, and this is text'],
    ['{{ customer.tenureDays | plus: "a" }}', ':9:4 a number stands behind `plus`, and this is the text "a"'],
    ['{{ event.plan | truncate: "a" }}', ':9:4 a number stands behind `truncate`, and this is the text "a"'],
    ['{{ event.plan | append }}', ':9:4 `append` is not complete: write `| append: "…"`'],
    ['{{ event.plan | replace: "a" }}', ':9:4 `replace` is not complete: write `| replace: "…", "…"`'],
    ['{{ customer.tenureDays | times }}', ':9:4 `times` is not complete: write `| times: 1`'],
    ['{% case event.plan | append %}{% when "a" %}a{% endcase %}', ':9:9 `append` is not complete'],
    ['{{ event.plan | upcase: "de" }}', ':9:4 there is more behind `upcase` than it takes: write `| upcase`'],
    ['{{ customer.tenureDays | money: "EUR", 0 }}', ':9:4 there is more behind `money` than it takes'],
    ['{{ event.at | date: event.plan }}', ':9:4 there is no date style `event.plan`: there is `long`'],
    [
      '{{ customer.tenureDays | number: 30 }}',
      ':9:4 `number` is told how many digits to print after the point, 0 to 20',
    ],
    [
      '{{ customer.tenureDays | number: "two" }}',
      'how many digits to print after the point, 0 to 20, and this is `"two"`',
    ],
    ['{{ customer.tenureDays | money }}', ':9:4 `money` needs a currency'],
    ['{{ customer.tenureDays | money: 3 }}', ':9:4 `money` needs a currency'],
    ['{{ customer.tenureDays | money: "EURO" }}', ':9:4 `EURO` is no currency'],
    ['{{ customer.tenureDays | money: event.at }}', ':9:33 `money` prints amounts in a currency, and this is a date'],
    ['{{ customer.tenureDays | money: event.plan }}', ':9:33 `solo` is no currency'],
    ['a\n{% if event.plan %}b', ':10:1 `{% if event.plan %}` is not closed: write `{% endif %}` where it is over'],
    ['a {{ event.plan, b', ':9:3 `{{` is not closed: write `}}` behind the name'],
    ['a {{ event.plan, b\n{{ event.plan }}', ':9:3 `{{` is not closed: write `}}` behind the name'],
    ['a {{ event.plan } b {{ event.plan }}', ':9:3 `{{` is not closed: write `}}` behind the name'],
    ['{{ “x” }}', ':9:4 curly quotes: text stands in straight ones'],
    ['a {% if event.plan, b', ':9:3 `{%` is not closed: write `%}` behind the tag'],
    ['{% raw %} a', '`{% raw %}` is not closed: write `{% endraw %}`'],
    ['{{ event.plan }}{% endif %}', ':9:17 `{% endif %}` belongs to nothing that is open here'],
    ['a {% else %} b', ':9:3 `{% else %}` belongs to nothing that is open here'],
    ['{% if event.plan = "solo" %}a{% endif %}', ':9:18 `=`: write `==` to compare'],
    ['{% if event.plan && event.at %}a{% endif %}', ':9:18 `&&`: write `and`'],
    ['{% if !event.plan %}a{% endif %}', '`!`: write `not` before it'],
    ['{% if event.plan %}a{% else if event.at %}b{% endif %}', ':9:21 `{% else if … %}`: write `{% elsif … %}`'],
    [
      '{% unless event.plan %}a{% else if event.at %}b{% endunless %}',
      ':9:25 `{% else if … %}`: write `{% elsif … %}`',
    ],
    ['{% if event.plan %}a{% else event.at %}b{% endif %}', ':9:21 `{% else event.at %}`: nothing stands behind'],
    ['{% if event.plan == "solo %}a{% endif %}', ':9:21 this quote is not closed: write " behind the text too'],
    ['{% if event.at %}{% elsif event.plan == "a %}b{% endif %}', ':9:41 this quote is not closed'],
    ['{% case event.plan %}{% when "solo %}a{% endcase %}', ':9:30 this quote is not closed'],
    ['{% if event.plan == %}a{% endif %}', ':9:7 something is missing here, or too much'],
    ['{% if event.plan == "a" "b" %}a{% endif %}', ':9:7 something is missing here, or too much'],
    ['{% if event.plan event.at %}a{% endif %}', ':9:7 something is missing here, or too much'],
    ['{{ event.plan event.at }}', ':9:4 something is missing here, or too much'],
    ['{{ event["plan }}', ':9:10 this quote is not closed: write " behind the text too'],
    ["{{ event.plan | append: 'x }} and it's", ":9:25 this quote is not closed: write ' behind the text too"],
    ['{{ event.plan | append: "x }} {{ event.plan | append: "y" }}', ':9:25 this quote is not closed'],
    ['{% for item in event["items %}{% endfor %}', ':9:22 this quote is not closed'],
    ['{{ event.plan[ }}', ':9:14 `[` is not closed: copy reads `event.…`'],
    ['{% if event.plan == “solo” %}a{% endif %}', ':9:21 curly quotes: text stands in straight ones'],
    ['{% if event.plan %}a{% elseif event.at %}b{% endif %}', ':9:21 `{% elseif %}`: write `{% elsif … %}`'],
    ['{% if event.plan | upcase == "X" %}a{% endif %}', ':9:18 a filter cannot stand in a condition: write `{% case'],
    ['{% if event.plan == "a|b" %}a{% elsif event.plan|upcase %}a{% endif %}', ':9:49 a filter cannot stand'],
    ['{% unless event.score | plus: 1 > 2 %}a{% endunless %}', ':9:23 a filter cannot stand'],
    ['{% if (event.score | plus: 1) > 2 %}a{% endif %}', ':9:20 a filter cannot stand'],
    ['{% if event.plan || event.at %}a{% endif %}', ':9:18 `||`: write `or`'],
    ['{% if event.plan = "a" %}a "b | c"{% endif %}', ':9:18 `=`: write `==`'],
    ['{% if event.plan or (event.plan and event.at) %}a{% endif %}', 'brackets cannot stand in a condition'],
    ['{{ event.plan == "solo" }}', ':9:4 this would print `true` or `false`: ask it by `{% if … %}`'],
    ['{{ customer.tenureDays > 3 }}', ':9:4 this would print `true` or `false`'],
    ['{{ customer.firstName or "friend" }}', 'what stands where nothing is there is written `| default: "…"`'],
    ['{{ event.plan ? "a" : "b" }}', ':9:15 `?`: write `{% if … %}…{% else %}…{% endif %}`'],
    ['{{ event.plan == "a?" ? event.at : customer.plan }}', ':9:23 `?`: write `{% if … %}'],
    ['{% if event.plan?event.at:"b" %}a{% endif %}', ':9:17 `?`: write `{% if … %}'],
    ['{{ customer.firstName ?? "you" }}', ':9:23 `??`: write `| default: "…"`'],
    ['{{ event.plan | default "x" }}', 'a `:` is missing between a filter and its value'],
    ['{{ event.plan | default: “x” }}', 'curly quotes: text stands in straight ones'],
    ['{{ }}', ':9:4 nothing stands in it'],
    ['{{ customer.tenureDays | divided_by: 0 }}', ':9:4 `divided_by: 0`: nothing can be divided by 0'],
    ['{{ customer.tenureDays | modulo: "0.0" }}', ':9:4 `modulo: 0`: nothing can be divided by 0'],
    ['{{ event.customerId | url_decode }}', ':9:23 `url_decode` is not for copy'],
    ['{{ event.customerId | base64_decode }}', ':9:23 `base64_decode` is not for copy'],
    ['{{ with.gift }}', ':9:4 no step gives `with.gift`'],
  ])('%s', (body, message) => expect(copy(body)).toContain(message));

  it('is read in time, however many texts a condition compares', () => {
    const plans = Array.from({ length: 18 }, (_, place) => `event.plan == "p${place}"`).join(' or ');
    const began = performance.now();
    expect(copy(`{% if ${plans} or event.plan = "last" %}a{% endif %}`)).toContain('`=`: write `==` to compare');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is read in time, however many question marks stand behind an open `{{`', () => {
    const began = performance.now();
    copy(`{{ ${'?'.repeat(150_000)}`);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.each(['{{ "{{" }}', "{{ '{{' }} and {{ event.plan }}", '{{ customer.firstName | default: "{{" }}'])(
    'takes braces that stand in quotes for text: %s',
    (body) => expect(copy(body)).toBe(''),
  );

  it('points into the subject and the reason, which stand in the front matter', () => {
    expect(problems({ 'moments/welcome.md': MOMENT.replace('event.at', 'event.when') })).toEqual([
      expect.stringContaining('welcome.md:6:27 unknown `event.when`'),
    ]);
  });
});

describe('copy and the steps that use it', () => {
  const gift = moment(
    'gift',
    'channels: [inbox]\ntopic: start',
    'Take {{ with.gift }}{% if with.more %} and {{ with.more }}{% endif %}.',
  );
  const problemsWith = (...withs: string[]) =>
    stepProblems(withs.map((each) => `- send: gift\n  with: ${each}`).join('\n'), gift);

  it('reads what every step gives, and asks for what only some give', () => {
    expect(problemsWith('{ gift: 20 }', '{ gift: 10, more: a smile }')).toEqual([]);
    expect(problemsWith('{ gift: 20, more: 1 }', '{ more: 1 }')).toEqual([
      expect.stringContaining('gift.md:7:9 `with.gift` may be missing: put it inside {% if with.gift %}'),
    ]);
    expect(problemsWith('{ gift: = customer.nps, more: 1 }')).toEqual([
      expect.stringContaining('`with.gift` may be missing'),
    ]);
  });

  it('knows of what a step gives whether it is a number', () => {
    const price = moment('gift', 'channels: [inbox]\ntopic: start', '{{ with.gift | money: "EUR" }}');
    const costs = (gift: string) => stepProblems(`- send: gift\n  with: { gift: ${gift} }`, price);
    expect([costs('20'), costs('"20"'), costs('= customer.tenureDays')]).toEqual([[], [], []]);
    expect(costs('= event.plan')).toEqual([expect.stringContaining('`money` prints numbers, and this is text')]);
    expect(costs('much')).toEqual([expect.stringContaining('`money` prints numbers, and this is the text "much"')]);
  });

  it('looks at every journey that uses it, also in the place of another', () => {
    const renewal = JOURNEY.replaceAll('onboarding', 'renewal')
      .replace('customer.signed_up', 'renewal.due')
      .replaceAll('send: welcome', 'send: notice');
    const lines = problems({
      'journeys/renewal.yaml': renewal,
      ...moment('notice', 'channels: [inbox]\ntopic: start\nwhenNegative: { instead: welcome }'),
    });
    expect(lines.join('\n')).toContain('welcome.md:9:17 unknown `event.plan`');
    expect(lines.join('\n')).toContain('(journey renewal, step send-notice)');
  });

  it('names the entering event that lacks the field', () => {
    const text = JOURNEY.replace('customer.signed_up', '[customer.signed_up, renewal.due]');
    expect(problems({ 'journeys/onboarding.yaml': text })).toEqual([
      expect.stringContaining('welcome.md:9:17 `event.plan`: `renewal.due` has no field `plan`'),
    ]);
  });
});

describe('what copy compares', () => {
  const FIELDS = 'isGift: boolean\n    things: number\n    items: { list: { name: text, price: number } }';
  const compareWith = (test: string) =>
    problems({
      'events.yaml': EVENTS.replace('plan: { type: [solo, team] }', `plan: { type: [solo, team] }\n    ${FIELDS}`),
      'moments/welcome.md': MOMENT.replace('Your plan is {{ event.plan }}.', test),
    }).join('\n');

  it.each([
    '{% if event.plan == "solo" or event.things >= 3 and event.isGift == true %}a{% endif %}',
    '{% if event.at > "2026-01-01" and event.customerId == "true" and event.customerId contains "a" %}a{% endif %}',
    '{% if event.plan != nil and event.things != blank and event.items != empty and event.plan != "" %}a{% endif %}',
    '{% if not event.isGift and event.plan contains "so" and "solo and team" contains event.plan %}a{% endif %}',
    '{% case event.plan | upcase %}{% when "SOLO" %}a{% endcase %}{% case event.things %}{% when 1, 2 %}b{% endcase %}',
    '{% case event.plan %}{% when "solo" or "team" %}a{% endcase %}',
    '{% for item in event.items %}{% if item.price > 3 and item.name == "a" %}a{% endif %}{% endfor %}',
    '{% if event.customerId >= 3 %}a{% endif %}',
    '{% if 3 < event.customerId %}a{% endif %}',
    '{% if event.plan < "t" %}a{% endif %}',
  ])('may be so: %s', (test) => expect(compareWith(test)).toBe(''));

  it.each([
    [
      '{% if event.things == "3" %}a{% endif %}',
      ':9:7 a number is compared with the text "3": a number stands without',
    ],
    [
      '{% if "3" != event.things %}a{% endif %}',
      ':9:14 the text "3" is compared with a number: a number stands without',
    ],
    ['{% unless event.things > "3" %}a{% endunless %}', ':9:11 a number is compared with the text "3"'],
    ['{% if event.plan > 3 %}a{% endif %}', ':9:7 text (`solo` or `team`) is compared with 3'],
    ['{% if event.plan == 3 %}a{% endif %}', ':9:7 text (`solo` or `team`) is compared with 3: text stands in quotes'],
    ['{% if event.isGift == "true" %}a{% endif %}', 'compared with the text "true": `true` stands without quotes'],
    ['{% if event.customerId == true %}a{% endif %}', ':9:7 text is compared with true: text stands in quotes, "true"'],
    ['{% if event.things %}{% elsif event.isGift == 1 %}a{% endif %}', ':9:31 true or false is compared with 1'],
    ['{% if event.isGift > 0 %}a{% endif %}', ':9:7 true or false cannot be less or more than something'],
    ['{% if event.at and event.plan == "soolo" %}a{% endif %}', ':9:20 "soolo" is never the value: it is `solo` or'],
    ['{% if customer.plan == "tea" %}a{% endif %}', ':9:7 "tea" is never the value'],
    ['{% case event.plan %}{% when "solo", "teem" %}a{% endcase %}', 'it is `solo` or `team`; did you mean `team`?'],
    ['{% case event.things %}{% when "3" %}a{% endcase %}', ':9:9 a number is compared with the text "3"'],
    ['{% if event.things == event.plan %}a{% endif %}', ':9:7 a number is compared with text (`solo` or `team`)'],
    ['{% if event.things contains "3" %}a{% endif %}', ':9:7 `contains` looks into text, and this is a number'],
    ['{% if event.items contains "a" %}a{% endif %}', ':9:7 this is a list: look at each by'],
    [
      '{% for item in event.items %}{% if item.price == "3" %}a{% endif %}{% endfor %}',
      ':9:36 a number is compared with the text "3"',
    ],
  ])('is never so: %s', (test, message) => expect(compareWith(test)).toContain(message));

  it('may be so if it is at one of the steps that send it', () => {
    const gift = moment('gift', 'channels: [inbox]\ntopic: start', '{% if with.gift == "tea" %}a{% endif %}');
    const problemsWith = (...withs: string[]) =>
      stepProblems(withs.map((each) => `- send: gift\n  with: { gift: ${each} }`).join('\n'), gift);
    expect(problemsWith('3', 'tea')).toEqual([]);
    expect(problemsWith('3', '4')).toEqual([expect.stringContaining('gift.md:7:7 3 is compared with the text "tea"')]);
    expect(problemsWith('= event.pln')).toEqual([expect.stringContaining('unknown `event.pln`')]);
  });
});

describe('facts that customers did not give', () => {
  const about = (front: string, body = '{{ customer.employer | default: "work" }}') =>
    moment('welcome', `channels: [inbox]\ntopic: start${front}`, body);

  it('are not for copy', () => {
    expect(problems(about(''))).toEqual([
      expect.stringContaining('welcome.md:7:4 `customer.employer` is `third-party`, which customers did not tell us'),
    ]);
  });

  it('are for copy when customers may also have told them: the gate looks who said it last', () => {
    const stated = EVENTS.replace('firstName: firstName,', 'firstName: firstName, employer: firstName,');
    expect(problems({ ...about(''), 'events.yaml': stated })).toEqual([]);
  });

  it('may be used for a reason, which is listed', () => {
    const { uses, problems, definitions } = read(about('\nuses: { employer: They asked us to }'));
    expect(problems).toEqual([]);
    expect(uses[0]?.uses).toEqual([
      { name: 'customer.employer', provenance: ['third-party'], reason: 'They asked us to' },
    ]);
    expect(definitions?.moments.welcome?.attributes).toEqual(['employer']);
  });

  it('are refused by way of a step, too', () => {
    const text = '- send: welcome\n  with: { work: = customer.employer }';
    expect(stepProblems(text, about('', '{{ with.work | default: "work" }}'))).toEqual([
      expect.stringContaining('`with.work` is `third-party`'),
    ]);
  });

  it('are used for no reason where the copy does not read them', () => {
    expect(problems(about('\nuses: { employer: Asked }', 'Hello.'))).toEqual([
      expect.stringContaining('welcome.md:6:9 neither does the copy read `employer`'),
    ]);
  });
});

describe('the currency of an amount', () => {
  const inEvents = (fields: string, more = '') => {
    const events = `${EVENTS.replace('plan: { type: [solo, team] }', `plan: { type: [solo, team] }\n    ${fields}`)}${more}`;
    return problems({
      'events.yaml': events,
      'moments/welcome.md': MOMENT.replace('Your plan is {{ event.plan }}.', '{{ event.sum | money: event.unit }}'),
    }).join('\n');
  };

  it.each(['sum: number\n    unit: currency', 'sum: number\n    unit: { type: [EUR, GBP] }'])('may be %j', (fields) =>
    expect(inEvents(fields)).toBe(''),
  );

  it.each([
    ['sum: number\n    unit: text', 'declare it of type `currency`'],
    ['sum: number\n    unit: { type: [EUR, points] }', '`points` is no currency'],
    ['sum: number\n    unit: { type: currency, optional: true }', '`event.unit` may be missing'],
  ])('is refused as %j', (fields, message) => expect(inEvents(fields)).toContain(message));

  it('is one only if it is so in every event by which customers enter', () => {
    const other =
      'other.start: { customer: c, fields: { c: text, plan: { type: [solo, team] }, sum: number, unit: text } }\n';
    const events = `${EVENTS.replace('plan: { type: [solo, team] }', 'plan: { type: [solo, team] }\n    sum: number\n    unit: currency')}${other}`;
    const text = problems({
      'events.yaml': events,
      'journeys/onboarding.yaml': JOURNEY.replace('on: customer.signed_up', 'on: [customer.signed_up, other.start]'),
      'moments/welcome.md': MOMENT.replace('Your plan is {{ event.plan }}.', '{{ event.sum | money: event.unit }}'),
    }).join('\n');
    expect(text).toContain('declare it of type `currency`');
  });
});

describe('lists in copy', () => {
  const FIELD = 'items: { list: { name: text, price: number, note: { type: text, optional: true } } }';
  const withItems = (body: string, field = FIELD) =>
    problems({
      'events.yaml': EVENTS.replace('plan: { type: [solo, team] }', `plan: { type: [solo, team] }\n    ${field}`),
      'moments/welcome.md': MOMENT.replace('Your plan is {{ event.plan }}.', body),
    }).join('\n');

  it.each([
    '{% for item in event.items %}- {{ item.name }}: {{ item.price | money: "EUR" }}\n{% endfor %}',
    '{% for item in event.items limit: 3 %}{{ item.name }}{% unless forloop.last %}, {% endunless %}{% endfor %}',
    '{% for item in event.items %}{% if item.note %}{{ item.note }}{% endif %}{% else %}Nothing.{% endfor %}',
    '{{ event.items | size }} things{% if event.items %}!{% endif %}',
    '{% for a in event.items %}{% for b in event.items %}{{ a.name }}{{ b.name }}{{ event.plan }}{% endfor %}{% endfor %}',
  ])('%s', (body) => expect(withItems(body)).toBe(''));

  it('may be missing, and then nothing is said', () =>
    expect(
      withItems(
        '{% for item in event.items %}{{ item.name }}{% endfor %}',
        FIELD.replace(' } } }', ' } }, optional: true }'),
      ),
    ).toBe(''));

  it.each([
    ['{% for item in event.items %}{{ item.nam }}{% endfor %}', ':9:33 unknown `item.nam`: did you mean `name`?'],
    [
      '{% for item in event.items %}{{ item.note }}{% endfor %}',
      ':9:33 `item.note` may be missing: put it inside {% if item.note %}',
    ],
    ['{% for item in event.items %}{{ item }}{% endfor %}', ':9:33 `item`: copy reads'],
    ['{% for item in event.items %}{% endfor %}{{ item.name }}', ':9:45 `item.name`: copy reads'],
    [
      '{{ event.items }}',
      ':9:4 `event.items` is a list, each with `name`, `price` and `note`: write `{% for item in event.items %}',
    ],
    ['{% for item in event.plan %}{% endfor %}', ':9:16 a loop goes through a list, and `event.plan` is text'],
    ['{% for item in event.itms %}{% endfor %}', ':9:16 unknown `event.itms`: did you mean `event.items`?'],
    ['{% for item in customer.plan %}{% endfor %}', ':9:1 `customer.plan`: a loop goes through a list of the event'],
    ['{% for item in (1..3) %}{% endfor %}', ':9:1 `(1..3)`: a loop goes through a list of the event'],
    ['{% for event in event.items %}{% endfor %}', ':9:1 `event` is taken'],
    ['{% for item in event.items %}{% break %}{% endfor %}', '`{% break %}` is not for copy'],
    [
      '{% for item in event.items %}{{ item.name | money: item.name }}{% endfor %}',
      '`money` prints amounts in a currency',
    ],
    ['{% for item in event.items %}{{ item.price | date }}{% endfor %}', '`date` prints dates, and this is a number'],
    ['{{ forloop.index }}', ':9:4 `forloop.index`: copy reads'],
  ])('%s is refused', (body, message) => expect(withItems(body)).toContain(message));
});
