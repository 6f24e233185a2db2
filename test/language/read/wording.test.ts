import { describe, expect, it } from 'vitest';
import { whyDead } from '../../../language/read/copy/address.ts';
import { measure } from '../../../language/read/copy/text-message.ts';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { EVENTS, MOMENT, moment, problems, read, stepProblems } from './fixture.ts';

const BODY = 'Your plan is {{ event.plan }}.';
const LINKS = EVENTS.replace(
  '    plan: {',
  '    cart: url\n    site: { type: url, provenance: stated, optional: true }\n    plan: {',
).replace('plan: plan, since', 'plan: plan, cart: cart, since');

/** What is wrong with a body, without the name of its file. */
const copy = (body: string, files: Record<string, string> = {}): string[] =>
  problems({ 'events.yaml': LINKS, ...files, 'moments/welcome.md': MOMENT.replace(BODY, body) }).map((line) =>
    line.replace('moments/welcome.md:', ''),
  );

/** Without those of the inbox, which the fixtures list. */
const warnings = (files: Record<string, string>): string[] =>
  read(files)
    .warnings.map(formatProblem)
    .filter((line) => !line.includes('`inbox`'));

describe('copy that nobody finished, or that comes from elsewhere', () => {
  it.each([
    ['Hi ${name},', '9:4 `${name}` is how another tool prints a fact'],
    ['Hi #{name},', '9:4 `#{name}`'],
    ['Hi %%first_name%%', '9:4 `%%first_name%%`'],
    ['Hi %FIRSTNAME%', '9:4 `%FIRSTNAME%`'],
    ['Hi *|FNAME|*', '9:4 `*|FNAME|*`'],
    ['Hi <%= name %>', '9:4 `<%= name %>`'],
    ['Hi [[name]]', '9:4 `[[name]]`'],
    ['Hi <<Name>>', '9:4 `<<Name>>`'],
    ['Hi {first_name}', '9:4 `{first_name}`: facts are printed by two braces'],
    ['One\n\nHi { customer.firstName }}', '11:4 `{ customer.firstName }`: facts are printed by two braces'],
    ['Hi customer.firstName }}', '9:4 `customer.firstName` would be read as it stands'],
    ['Hi }} there', '9:4 a brace `}` that belongs to nothing'],
    ['Hi {{ customer.firstName }', '9:4 `{{` is not closed'],
    ['Hi customer.firstName,', '9:4 `customer.firstName` would be read as it stands: write `{{ customer.firstName }}`'],
    ['TODO: ask Ben', '9:1 `TODO` is a note to ourselves'],
    ['The price is TBD.', '9:14 `TBD`'],
    ['FIXME later', '9:1 `FIXME`'],
    ['Call XXX now', '9:6 `XXX`'],
    ['Lorem ipsum dolor', '9:1 `Lorem ipsum`'],
    ['Dear [insert name]', '9:6 `[insert name]`'],
    ['CafÃ© is open', '9:4 `Ã©` is what a wrong encoding made'],
    ['It isnâ€™t', '9:7 `â€™`'],
    ['Gr\uFFFDn', '9:3 `\uFFFD`'],
  ])('%s', (body, message) => expect(copy(body)).toContainEqual(expect.stringContaining(message)));

  it.each([
    ['{% raw %}{x} and ${y}{% endraw %}', 'what is meant to be read'],
    ['{% comment %}TODO: ask Ben{% endcomment %}Hello.', 'a note that nobody reads'],
    ['NOS GUSTA TODO EL AÑO', 'a word of Spanish'],
    ['100 % off, 20% less, 5%', 'percent'],
    ['See https://customer.io/event.at or write to event@customer.io', 'addresses'],
    ['A customer. Event. With', 'words'],
  ])('but not %s: %s', (body) => expect(copy(body)).toEqual([]));

  it('is told in the subject, the reason, the preheader and a title that stands in for a subject', () => {
    const front = '---\nmoment: welcome\ntopic: start\nchannels: [inbox]\n';
    const lines = problems({
      'moments/welcome.md': `${front}title: Hi \${name}\npreheader: TODO\nbecause: You {asked}.\n---\nHello.\n`,
    }).map((line) => line.replace('moments/welcome.md:', '').slice(0, 12));
    expect(lines).toEqual(['5:11 `${name', '6:12 `TODO` ', '7:14 `{asked']);
  });
});

describe('links and images that lead nowhere', () => {
  it.each([
    ['[a](www.x.com)', '9:5 without `https://` it is no link: write `https://www.x.com`'],
    ['[a](x.com/y)', '9:5 without `https://` it is no link: write `https://x.com/y`'],
    ['Go to [a](/account) now', '9:11 `/account` leads to nowhere from a message'],
    ['[a](account)', '9:5 `account` leads to nowhere'],
    ['[a](#top)', '9:5 `#top` leads to nowhere'],
    ['[a](//x.com)', '9:5 write `https://x.com`'],
    ['[a](htp://x.com)', '9:5 `htp:`: did you mean `http://`?'],
    ['[a](https:/x.com)', '9:5 after `https:` stands `//`'],
    ['[a](https://x)', '9:5 `x` is no host'],
    ['[a](http://localhost:3000/x)', '9:5 `localhost` is your own machine'],
    ['[a](javascript:alert(1))', '9:5 `javascript:` leads to nowhere'],
    ['[a](me@x.com)', '9:5 write `mailto:me@x.com`'],
    ['[a](mailto:me)', '9:5 `mailto:` wants an email address'],
    ['[a](tel:)', '9:5 `tel:` wants a number'],
    ['[a]()', '9:3 there is no address: write [Text](https://…)'],
    ['[a](https://x.com/?a=1?b=2)', '9:5 an address has one `?`'],
    ['Look: https://x.com/?a=1?b=2', '9:7 an address has one `?`'],
    ['{{ event.plan | capitalize }} [a]({{ event.cart }}?utm=1)', '9:35 the address that is printed here'],
    ['[a]({{ event.cart }}?utm=1)', '9:5 the address that is printed here may have a `?` of its own'],
    ['[a]({{ event.plan }})', '9:8 `event.plan` is text (`solo` or `team`), and a link needs an address'],
    ['{% if event.site %}[a]({{ event.site }}){% endif %}', 'is an address that customers typed'],
    ['[a] (https://x.com)', '9:3 this is not read as a link: no blank stands between'],
    ['[a](https://x.com/a b)', '9:3 this is not read as a link: there is no blank in an address'],
    ['[a][b]', '9:3 no address is given for this link'],
    ['htp://x.com', '9:1 this is no link: an address begins with `https://`'],
    ['![Our shop]', '9:1 an image without an address'],
    ['![Our shop]()', '9:1 there is no address: write ![what it shows](https://…)'],
    ['![Our shop](/shop.png)', '9:13 `/shop.png` leads to nowhere'],
    ['![Our shop](http://x.com/a.png)', '9:13 mail clients show images from `https://` only'],
    ['[a](https://x.com){.btn}', '9:19 `{.btn}`: directly behind a link may stand `{.button}`'],
    ['[a](https://x.com) {.button}', '9:20 `{.button}`: directly behind'],
    ['![a](https://x.com/a.png){height=3}', '9:26 `{height=3}`: directly behind'],
  ])('%s', (body, message) => expect(copy(body)).toContainEqual(expect.stringContaining(message)));

  it.each([
    ['[a](https://x.com/?a={{ event.plan }}&b=2#c?d)'.replace('#c?d', '#c')],
    ['{{ event.plan | capitalize }} {{ event.plan }} [a]({{ event.cart }}){.button} [b]({{ customer.cart }})'],
    ['[a]({% if customer.firstName %}https://x.com{% else %}https://y.com{% endif %})'],
    ['[a](mailto:me@x.com) [b](tel:+44207) <https://x.com> https://x.com/?a=1.'],
    ['![Our shop](https://x.com/a.png){width=300}'],
    ['[a](https://{{ event.plan }}.x.com/)'],
    ['[a][b]\n\n[b]: https://x.com'],
    ['[a](https://x.com/a_(b))'],
    ['`[a](b)` and [1], [2] (see below)'],
  ])('but not %s', (body) => expect(copy(body)).toEqual([]));

  it('asks what an image shows', () => {
    const files = { 'moments/welcome.md': MOMENT.replace(BODY, '![](https://x.com/a.png)') };
    expect(problems(files)).toEqual([]);
    expect(warnings(files)).toEqual([expect.stringContaining('welcome.md:9:1 warning: say what the image shows')]);
  });

  it('knows which names are addresses, and what steps say themselves, and takes no other for one', () => {
    const body = '[a]({{ event.cart }}) {{ event.site }} {{ with.page }} {{ with.word }} {{ customer.email }}';
    const guarded = body.replace('{{ event.site }}', '{% if event.site %}{{ event.site }}{% endif %}');
    const { definitions, problems } = read({
      'events.yaml': LINKS,
      'journeys/onboarding.yaml': `journey: onboarding
title: Onboarding
purpose: relationship
enter: { on: customer.signed_up }
steps:
  - send: welcome
    with: { page: https://x.com/a, word: = event.plan }
`,
      'moments/welcome.md': MOMENT.replace(BODY, guarded),
    });
    expect(problems).toEqual([]);
    expect(definitions?.moments.welcome?.whole).toEqual(['customer.email', 'event.cart', 'with.page']);
  });

  it('takes an attribute for an address only where every event sets it from one', () => {
    const events = `${LINKS}cart.noted:\n  customer: customerId\n  fields: { customerId: text, words: text }\n  sets: { cart: words }\n`;
    expect(copy('[a]({{ customer.cart }})', { 'events.yaml': events })).toEqual([
      expect.stringContaining('`customer.cart` is text, and a link needs an address'),
    ]);
  });

  it('is said without Liquid too', () => expect(whyDead('https://x.com', 'link')).toBeUndefined());
});

describe('HTML in copy', () => {
  it.each([
    ['Hi <b>you</b>', '9:4 `<b>`: copy is Markdown, and HTML would be read as it stands: write `**bold**`'],
    ['One<br>two', '9:4 `<br>`: copy is Markdown, and HTML would be read as it stands: write a backslash'],
    ['One\n\n<div class="x">\nHi\n</div>', '11:1 `<div class="x">`'],
    ['<a href="https://x.com">x</a>', '9:1 `<a href="https://x.com">`'],
    ['Hi <!-- note --> you', 'write {% comment %} and {% endcomment %}'],
    ['<script>alert(1)</script>', '`<script>`: copy is Markdown, and HTML would be read as it stands: leave it out'],
  ])('%s', (body, message) => expect(copy(body)).toContainEqual(expect.stringContaining(message)));

  it('is none where a sign only looks like it', () => expect(copy('1 < 2 and a > b, <3 &amp; &copy;')).toEqual([]));

  it('and Markdown have no place in a subject', () => {
    const subject = (text: string) =>
      problems({ 'moments/welcome.md': MOMENT.replace(/subject: .*/, `subject: ${text}`) }).join('\n');
    expect(subject('Hi <b>you</b>')).toContain('welcome.md:7:13 `<b>`: `subject` is plain text');
    expect(subject('Hi **you**')).toContain('welcome.md:7:13 `subject` is plain text: `**you**` would be read');
    expect(subject('Hi [you](https://x.com)')).toContain('a link would be read as it stands');
    expect(subject('2 < 3 * 4')).toBe('');
  });
});

describe('values of a step', () => {
  const problemsWith = (value: string) =>
    stepProblems(`- send: gift\n  with: { a: ${value} }`, moment('gift', undefined, '{{ with.a }}')).map((line) =>
      line.replace('journeys/onboarding.yaml:', ''),
    );

  it.each([
    ['event.plan', '9:16 without `= ` people would read `event.plan` as it stands: write `= event.plan`'],
    ['customer.firstName & "!"', 'write `= customer.firstName & "!"`'],
    ['$uppercase(event.plan)', 'write `= $uppercase(event.plan)`'],
    ['"{{ event.plan }}"', '`{{ }}` is for copy, and here it would be printed: write `= event.plan`'],
  ])('without their `=`: %s', (value, message) =>
    expect(problemsWith(value)).toContainEqual(expect.stringContaining(message)),
  );

  it.each(['a smile', '20', 'Event.', 'the event.', 'customers.', '$5', '= event.plan'])('but not %s', (value) =>
    expect(problemsWith(value)).toEqual([]),
  );

  it('of an event of ours too', () => {
    expect(stepProblems('- emit: points.granted\n  with: { points: 1, why: event.plan }')).toEqual([
      expect.stringContaining('write `= event.plan`'),
    ]);
  });
});

describe('warnings', () => {
  it('of a moment that no journey sends', () => {
    expect(warnings(moment('later'))).toEqual([
      'moments/later.md:2:9 warning: no journey sends `later`: name it in one, or take its file away',
    ]);
    const instead = MOMENT.replace('topic:', 'whenNegative: { instead: later }\ntopic:');
    expect(warnings({ ...moment('later'), 'moments/welcome.md': instead })).toEqual([]);
  });

  it('of a subject that inboxes cut off', () => {
    const subject = (text: string) =>
      warnings({ 'moments/welcome.md': MOMENT.replace(/subject: .*/, `subject: ${text}`) });
    expect(subject('x'.repeat(79))).toEqual([
      expect.stringContaining('welcome.md:7:10 warning: a subject of 79 letters'),
    ]);
    expect(subject('x'.repeat(78))).toEqual([]);
    const branches = `{% if customer.firstName %}${'x'.repeat(70)}{% else %}${'y'.repeat(70)}{% endif %}`;
    expect(subject(branches)).toEqual([]);
  });

  const text = (sms: string, locale = '') =>
    warnings({
      'moments/welcome.md': `${MOMENT.replace('[email, inbox]', '[email, sms]')}\n## sms\n${locale ? 'Short.' : sms}\n`,
      ...(locale && {
        [`moments/welcome.${locale}.md`]: `---\nmoment: welcome\nbecause: b\nsubject: s\n---\nB\n\n## sms\n${sms}\n`,
      }),
    });

  it('of the one sign for which a text message costs another part', () => {
    const long = 'A text of more than seventy letters, as most are that say anything at all. ';
    expect(text(`${long}“Hi” it’s…`)).toEqual([
      'moments/welcome.md:12:76 warning: `“`, `”`, `’` and `…` make a text message dearer: it costs 2 parts instead of 1; write `“` as `"`, `”` as `"`, `’` as `\'`, `…` as `...`',
    ]);
    expect(text(`${long}Reçu ›`, 'fr')).toEqual([
      expect.stringMatching(
        /welcome\.fr\.md:9:78 warning: `ç` and `›` make .* write `›` as `>`, and choose other words$/,
      ),
    ]);
    expect(text('Hi – you')).toEqual([expect.stringContaining('a part holds 70 letters instead of 160')]);
  });

  it('of a text message of many parts, but not of a script that has no other way', () => {
    expect(text('word '.repeat(120))).toEqual([expect.stringContaining('a text message of 4 parts')]);
    expect(text('Здравствуйте', 'ru')).toEqual([expect.stringContaining('does not read Russian')]);
    expect(text('Fine: é à è ü ß ñ £ € [x] "quoted"')).toEqual([]);
  });

  it('count parts as phones do', () => {
    const parts = (words: string) => measure(words).parts;
    expect([160, 161, 306, 307].map((length) => parts('x'.repeat(length)))).toEqual([1, 2, 2, 3]);
    expect([70, 71, 134, 135].map((length) => parts('ж'.repeat(length)))).toEqual([1, 2, 2, 3]);
    expect([80, 81].map((length) => parts('€'.repeat(length)))).toEqual([1, 2]);
    expect(measure(`${'x'.repeat(100)}“`)).toEqual({ parts: 2, encoding: 'UCS-2', costly: ['“'], without: 1 });
  });
});
