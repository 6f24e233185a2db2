import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { EVENTS, POLICY, problems, read } from './fixture.ts';

const policy = (change: (text: string) => string): string[] =>
  problems({
    'policy.yaml': change(POLICY),
  });

describe('policy.yaml', () => {
  it('is sound as it stands in these tests', () => {
    expect(policy((text) => text)).toEqual([]);
    expect(read().definitions?.policy.purposes.relationship.cap).toEqual({ count: 3, seconds: 604_800 });
  });

  it('says how long an incident lasts that nobody closes, also where it is not written', () => {
    const opens = `${EVENTS}
desk.opened: { id: t, customer: customerId, fields: { customerId: text, t: text }, opens: { kind: parcel, incident: t } }
`;
    const day = 86_400;
    expect(read().definitions?.policy.incidents).toEqual({
      ticket: { lasts: 30 * day },
      failure: { lasts: 14 * day },
      promise: { lasts: 7 * day },
      others: { lasts: 30 * day },
    });
    const policyText = `${POLICY}incidents: { parcel: { merge: 1 hour }, others: { lasts: 5 days } }\n`;
    const { definitions, problems } = read({ 'policy.yaml': policyText, 'events.yaml': opens });
    expect(problems).toEqual([]);
    expect(definitions?.policy.incidents).toMatchObject({
      parcel: { lasts: 5 * day, merge: 3600 },
      ticket: { lasts: 30 * day },
    });
    expect(compileCatalogue(definitions!, { pace: 60 }).policy.incidents).toMatchObject({
      parcel: { lasts: 7200, merge: 60 },
    });
  });

  it('caps care, tasks, events of ours and gestures, and refuses a cap that would mean nothing', () => {
    const policyText = `${POLICY}caps: { care: 4 per 7 days, tasks: 1 per 2 days, emits: 2 per day, gestures: 1 per 14 days }\n`;
    const { definitions } = read({ 'policy.yaml': policyText });
    expect(definitions?.policy.caps).toMatchObject({
      care: { count: 4 },
      gestures: { count: 1, seconds: 14 * 86_400 },
    });
    expect(compileCatalogue(definitions!, { pace: 60 }).policy.caps?.emits).toEqual({ count: 2, seconds: 1440 });
    expect(policy((text) => `${text}caps: { gestures: 21 per 7 days }\n`).join()).toContain(
      'at most 20 can be counted',
    );
    const problemsWithCap = (purpose: string) =>
      policy((text) => text.replace(new RegExp(`(${purpose}: +\\{ )`), '$1cap: 1 per 7 days, ')).join();
    expect(problemsWithCap('care')).toContain('messages of care are capped under `caps: { care: … }`');
    expect(problemsWithCap('transactional')).toContain('transactional messages have no cap');
  });

  const DESK = `${EVENTS}desk.opened: { id: t, customer: customerId, fields: { customerId: text, t: text }, opens: { kind: parcel, incident: t } }
`;
  const closes = (kind: string) =>
    `desk.closed: { customer: customerId, fields: { customerId: text, t: text }, closes: { kind: ${kind}, incident: t } }\n`;

  it('takes no event that closes a kind of incident which no event opens', () => {
    expect(problems({ 'events.yaml': `${DESK}${closes('parcle')}` })).toEqual([
      expect.stringMatching(
        /^events\.yaml:25:93 no event opens a `parcle`, so this closes nothing: did you mean `parcel`\?$/,
      ),
    ]);
    expect(problems({ 'events.yaml': `${DESK}${closes('parcel')}` })).toEqual([]);
    // One event that cannot be read may be the one that opens it.
    expect(problems({ 'events.yaml': `${EVENTS}${closes('parcel')}broken: { opens: 3 }\n` }).join()).not.toContain(
      'closes nothing',
    );
  });

  it('warns of a kind of incident that nothing closes, until it says how long one lasts', () => {
    const warnings = (more: string, policyText = '') =>
      read({ 'events.yaml': `${DESK}${more}`, 'policy.yaml': `${POLICY}${policyText}` })
        .warnings.map(({ message }) => message)
        .filter((message) => message.includes('closes'));
    expect(warnings('')).toEqual([
      'no event closes a `parcel`, so it counts as open for 30 days: say `closes` at the event that ends it, or in policy.yaml how long it `lasts`',
    ]);
    expect(warnings(closes('parcel'))).toEqual([]);
    expect(warnings('', 'incidents: { parcel: { lasts: 5 days } }\n')).toEqual([]);
    expect(warnings('', 'incidents: { parcel: { merge: 1 hour } }\n')).toHaveLength(1);
  });

  it('says once what is wrong with a kind of incident, where it is wrong', () => {
    const about = (events: string) => {
      const { problems, warnings } = read({ 'events.yaml': events });
      return [...problems, ...warnings].flatMap(({ message }) =>
        /kind|`parcle?`|opens a/.test(message) ? [message] : [],
      );
    };
    expect(about(`${DESK}${closes('parcle')}`)).toEqual([expect.stringContaining('did you mean `parcel`?')]);
    expect(about(`${DESK}${closes('parcel')}${closes('others').replace('desk', 'other')}`)).toEqual([
      expect.stringContaining('`others` stands in policy.yaml'),
    ]);
    for (const kind of ['others', 'promise'])
      expect(about(DESK.replaceAll('parcel', kind)).filter((message) => !message.includes('give this kind'))).toEqual(
        [],
      );
  });

  it('takes no kind of incident that no event opens', () => {
    expect(policy((text) => `${text}incidents: { tickt: { lasts: 5 days } }\n`).join()).toMatch(
      /policy\.yaml:\d+:14 no event opens a `tickt`/,
    );
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
    ['an unknown purpose', 'care:', 'caer:', '5:3 unknown `caer`: did you mean `care`?'],
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
  ])('refuses %s', (_, from, instead, message) =>
    expect(policy((text) => text.replace(from, instead)).join('\n')).toContain(`policy.yaml:${message}`),
  );
});

describe('languages in policy.yaml', () => {
  it.each(['languages: { qq: 0.5 }', 'copy: { notInCare: { qq: [rea] } }', 'themes: { export: { qq: [export] } }'])(
    'are languages that there are: %s',
    (line) =>
      expect(problems({ 'policy.yaml': `${POLICY}${line}\n` })).toEqual([
        expect.stringContaining('there is no language `qq`: write such as en'),
      ]),
  );

  const readLanguages = (languages: string) => {
    const { warnings, ...rest } = read({ 'policy.yaml': `${POLICY}languages: ${languages}\n` });
    return { ...rest, warnings: warnings.filter(({ file }) => file === 'policy.yaml') };
  };

  it('say how much a text counts that is read in one', () => {
    const { definitions, warnings, problems } = readLanguages('{ en: 0.9 }');
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
    expect(definitions && compileCatalogue(definitions).policy.languages).toEqual({ en: 0.9 });
  });

  it('are told of where nothing is read in one, unless that is known', () => {
    const [warning, ...others] = readLanguages('{ pl: 0.7 }').warnings;
    expect(warning?.message).toMatch(
      /does not read Polish: of a text in it nothing is guessed, and scores still count/,
    );
    expect(others).toEqual([]);
    expect(readLanguages('{ pl: 0 }').warnings).toEqual([]);
  });

  describe('of copy', () => {
    const languageWarnings = (files: Record<string, string>) =>
      read(files)
        .warnings.map(({ file, message }) => `${file}: ${message}`)
        .filter((warning) => warning.includes('does not read'));
    const swedish = (name: string) => ({
      [`moments/${name}.sv.md`]: `---\nmoment: ${name}\nbecause: Du skapade ett konto.\nsubject: Hej\n---\nHej!\n`,
    });

    it('are told of once where nothing is read in one, whatever policy.yaml leaves out', () => {
      const [warning, ...others] = languageWarnings(swedish('welcome'));
      expect(warning).toMatch(/^moments\/welcome\.md: this speaks `sv` too: the embedded reader does not read Swedish/);
      expect(warning).toContain('Say `languages: { sv: 0 }` in policy.yaml');
      expect(others).toEqual([]);
    });

    it('are told of by words that copy leaves out, too', () => {
      const [warning, ...others] = languageWarnings({
        'policy.yaml': `${POLICY}copy: { notInCare: { fr: [rabais], sv: [rea] } }\n`,
      });
      expect(warning).toMatch(/^policy\.yaml: copy speaks `sv` too/);
      expect(others).toEqual([]);
    });

    it('are not told of where that is known', () => {
      expect(languageWarnings({ ...swedish('welcome'), 'policy.yaml': `${POLICY}languages: { sv: 0 }\n` })).toEqual([]);
    });
  });

  it('count between nothing and in full', () => {
    expect(readLanguages('{ en: 1.2 }').problems).toHaveLength(1);
    expect(readLanguages('{ en: -1 }').problems).toHaveLength(1);
  });
});
