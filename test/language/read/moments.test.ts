import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { AGENT, JOURNEY, MOMENT, moment, POLICY, problems, read, stepProblems } from './fixture.ts';

const problemsAfter = (from: string, instead: string, files: Record<string, string> = {}): string =>
  problems({ ...files, 'moments/welcome.md': MOMENT.replace(from, instead) }).join('\n');

const FRENCH = '---\nmoment: welcome\nbecause: Vous êtes là.\nsubject: Bienvenue\n---\nBonjour.\n';

describe('a moment', () => {
  it('takes its title, subject and reason as written to the end of the line', () => {
    const { definitions } = read();
    expect(definitions?.moments.welcome).toMatchObject({
      title: 'Welcome: the first #1',
      copy: {
        default: {
          because: 'You joined on {{ event.at | date }}.',
          subject: 'Welcome{% if customer.firstName %}, {{ customer.firstName }}{% endif %}',
          body: 'Your plan is {{ event.plan }}.',
          sections: {},
        },
      },
    });
  });

  it('has sections for channels; other headings are text', () => {
    const text = `${MOMENT.replace('[email, inbox]', '[email, sms]')}\n## Why\nBecause.\n\n## sms\nShort.\n`;
    expect(read({ 'moments/welcome.md': text }).definitions?.moments.welcome?.copy.default).toMatchObject({
      body: 'Your plan is {{ event.plan }}.\n\n## Why\nBecause.',
      sections: { sms: 'Short.' },
    });
  });

  it.each([
    ['## SMS', '`## sms`'],
    ['## sms:', '`## sms`'],
    ['### sms', '`## sms`'],
    ['# sms', '`## sms`'],
    ['##sms', '`## sms`'],
    ['##  sms', '`## sms`'],
    ['##\u00a0sms', '`## sms`'],
    [' ## sms', '`## sms`'],
    ['## sms ##', '`## sms`'],
    ['## **Sms**', '`## sms`'],
    ['## E-Mail', '`## email`'],
    ['## email, inbox', '`## email` and `## inbox`'],
  ])('refuses %j, which looks like the heading of a channel, and says how that is written', (heading, advice) =>
    expect(problems({ 'moments/welcome.md': `${MOMENT}\n${heading}\nShort.\n` })).toEqual([
      `moments/welcome.md:11:1 \`${heading.trim()}\` begins no part for a channel: write ${advice}, or a heading in other words`,
    ]),
  );

  it('refuses such a heading in another language, too', () =>
    expect(problems({ 'moments/welcome.fr.md': `${FRENCH}\n## SMS\nCourt.\n` })).toEqual([
      expect.stringContaining('moments/welcome.fr.md:8:1 `## SMS` begins no part for a channel'),
    ]));

  const warningsOf = (text: string, files: Record<string, string> = {}) =>
    read({ 'policy.yaml': `${POLICY}inbox: { keeps: 90 days }\n`, 'moments/welcome.md': text, ...files }).warnings.map(
      formatProblem,
    );

  it.each(['## emial', '## Emails', '## smss', '### Text message'])(
    'asks whether %j was meant for a channel',
    (heading) =>
      expect(warningsOf(`${MOMENT}\n${heading}\nShort.\n`)).toEqual([
        expect.stringMatching(
          /^moments\/welcome\.md:11:1 warning: `.*` is a heading in the text: did you mean `## (email|sms)`\?$/,
        ),
      ]),
  );

  it.each(['## Your points', '## Agenda', '## How to reach us by email', '#1 in Europe'])(
    'takes %j for text, as it is',
    (heading) => expect(warningsOf(`${MOMENT}\n${heading}\nText.\n`)).toEqual([]),
  );

  it('has no part for a channel that it does not go to without a warning, in any language', () => {
    const part = '\n## sms\nShort.\n';
    const nobody = 'nobody gets what stands under `## sms`: add `sms` to `channels`, or take that part out';
    expect(warningsOf(MOMENT + part)).toEqual([`moments/welcome.md:12:1 warning: ${nobody}`]);
    expect(warningsOf(MOMENT, { 'moments/welcome.fr.md': FRENCH + part })).toEqual([
      expect.stringMatching(/^moments\/welcome\.fr\.md:9:1 warning: nobody gets/),
    ]);
  });

  it.each([
    ['22:00', '06:00', true],
    ['21:00', '08:00', true],
    ['02:00', '03:00', true],
    ['20:00', '23:00', false],
    ['07:00', '09:00', false],
    ['20:00', '09:00', false],
  ])('is refused with a window of which quiet hours leave nothing: %s to %s', (from, to, refused) => {
    const window = `window: { from: "${from}", to: "${to}" }\n`;
    const expected = refused
      ? [expect.stringContaining(`moments/welcome.md:4:1 it never opens: from ${from} to ${to}`)]
      : [];
    expect(problems({ 'moments/welcome.md': MOMENT.replace('topic:', `${window}topic:`) })).toEqual(expected);
    const ignoring = `purpose: care\nquietHours: ignore\n${window}topic:`;
    expect(problems({ 'moments/welcome.md': MOMENT.replace('topic:', ignoring) }).join()).not.toContain('never opens');
  });

  it('speaks other languages', () => {
    const { definitions } = read({ 'moments/welcome.fr-CA.md': FRENCH });
    expect(definitions?.moments.welcome?.copy['fr-ca']).toEqual({
      because: 'Vous êtes là.',
      subject: 'Bienvenue',
      body: 'Bonjour.',
      sections: {},
    });
  });

  it.each([
    ['no front matter', '---\nmoment', 'moment', '1:1 a moment starts with a line `---`'],
    ['a name other than its file', 'moment: welcome', 'moment: hello', '2:9 the file is called welcome'],
    [
      'an unknown topic',
      'topic: start',
      'topic: strat',
      '4:8 policy.yaml declares no topic `strat`: did you mean `start`?',
    ],
    [
      'an unknown channel',
      '[email, inbox]',
      '[email, fax]',
      '5:19 found `fax`, expected `email`, `sms`, `inbox` or `agent`',
    ],
    ['a channel twice', '[email, inbox]', '[email, email]', '5:19 email is there twice'],
    ['an unknown key', 'topic:', 'topics:', '4:1 unknown `topics`: did you mean `topic`?'],
    ['no reason', 'because: You joined on {{ event.at | date }}.\n', '', '2:1 `because` is missing'],
    [
      'an email without a subject',
      'subject: Welcome{% if customer.firstName %}, {{ customer.firstName }}{% endif %}\n',
      '',
      '2:9 an email needs a `subject`',
    ],
    ['quotes that customers would read', 'Welcome: the first #1', '"Welcome"', '3:8 `title` is taken as written'],
    ['a text on the next line', 'Welcome: the first #1', '>', '3:8 `title` is one line'],
    ['no text for a channel', 'Your plan is {{ event.plan }}.', '', '9:1 there is no text for email'],
    [
      'two sections for a channel',
      'Your plan',
      '## inbox\nA\n\n## inbox\nB',
      '12:1 there is a section for inbox already',
    ],
    [
      'a window that never opens',
      'topic:',
      'window: { from: "09:00", to: "09:00" }\ntopic:',
      '4:1 a window from and to the same time',
    ],
    [
      'an unknown day',
      'topic:',
      'window: { from: "09:00", to: "18:00", days: [monday] }\ntopic:',
      '4:46 found `monday`',
    ],
    [
      'an unknown moment instead',
      'topic:',
      'whenNegative: { instead: welcom }\ntopic:',
      '4:26 unknown moment `welcom`',
    ],
    [
      'a person for a message',
      'topic:',
      'whenNegative: { person: welcome }\ntopic:',
      '4:25 `welcome` goes by `email` and `inbox`: work for a person needs',
    ],
    [
      'work for a person instead',
      'topic:',
      'whenNegative: { instead: call }\ntopic:',
      '4:26 `call` is work for a person',
    ],
    [
      'sending to somebody unhappy',
      'topic:',
      'whenNegative: send\ntopic:',
      '4:15 relationship moments, as this is in journey onboarding, may not say `send`',
    ],
    [
      'ignoring quiet hours',
      'topic:',
      'purpose: promotional\nquietHours: ignore\ntopic:',
      '5:13 promotional moments keep quiet hours',
    ],
    [
      'no topic to unsubscribe from',
      'topic: start\n',
      '',
      '2:9 relationship moments, as this is in journey onboarding, need a `topic`',
    ],
    [
      'an instead of itself',
      'topic:',
      'whenNegative: { instead: welcome }\ntopic:',
      '4:15 `instead` goes in a circle: welcome → welcome',
    ],
    ['a YAML error', 'topic: start', 'topic: [start', '4:8 this `[` is not closed'],
  ])('refuses %s', (_, from, instead, message) =>
    expect(problemsAfter(from, instead, AGENT)).toContain(`moments/welcome.md:${message}`),
  );

  it('may send to somebody unhappy, at night, without a topic, when it is care', () => {
    expect(problemsAfter('topic: start', 'purpose: care\nwhenNegative: send\nquietHours: ignore')).toBe('');
  });

  it('is work for a person without a topic', () => expect(stepProblems('- task: call', AGENT)).toEqual([]));

  it('refuses a circle that the policy makes', () => {
    const policy = POLICY.replace('hold, whenNegative: hold', 'hold, whenNegative: { instead: welcome }');
    expect(problems({ 'policy.yaml': policy })).toEqual([
      expect.stringMatching(/^policy\.yaml:6:54 `instead` goes in a circle: welcome → welcome/),
    ]);
  });

  it('refuses a circle of moments once', () => {
    const lines = problems({
      ...moment('a', 'channels: [inbox]\ntopic: start\nwhenNegative: { instead: b }'),
      ...moment('b', 'channels: [inbox]\ntopic: start\nwhenIncident: { instead: a }'),
    });
    expect(lines).toEqual([expect.stringMatching(/^moments\/b\.md:6:15 `instead` goes in a circle: a → b → a/)]);
  });

  it.each([
    [
      'of nothing',
      { 'moments/hello.fr.md': FRENCH.replace('welcome', 'hello') },
      'hello.fr.md:1:1 there is no hello.md',
    ],
    [
      'with rules',
      { 'moments/welcome.fr.md': FRENCH.replace('because', 'topic: start\nbecause') },
      'welcome.fr.md:3:1 unknown `topic`',
    ],
    [
      'without a subject',
      { 'moments/welcome.fr.md': FRENCH.replace('subject: Bienvenue\n', '') },
      'welcome.fr.md:2:9 an email needs a `subject`',
    ],
    [
      'with an unknown field',
      { 'moments/welcome.fr.md': FRENCH.replace('Bonjour', '{{ event.pln }}') },
      'welcome.fr.md:6:4 unknown `event.pln`',
    ],
  ])('refuses another language %s', (_, files, message) => expect(problems(files).join('\n')).toContain(message));

  it.each([
    ['welcome_fr', 'welcome.fr'],
    ['welcome-fr', 'welcome.fr'],
    ['welcome (fr)', 'welcome.fr'],
    ['welcome.français', 'welcome.fr'],
    ['welcome.French', 'welcome.fr'],
    ['welcome.fr_CA', 'welcome.fr-CA'],
    ['welcome.fra', 'welcome.fr'],
  ])('says what to call another language that stands in %s.md', (id, name) =>
    expect(problems({ [`moments/${id}.md`]: FRENCH })).toEqual([
      `moments/${id}.md:1:1 another language stands behind a dot, by its code: call this file \`${name}.md\``,
    ]),
  );

  it.each(['old', 'bak'])('says of a whole moment called welcome.%s.md that this is no language', (word) =>
    expect(problems({ [`moments/welcome.${word}.md`]: MOMENT })).toEqual([
      expect.stringContaining(
        `\`${word}\` behind the dot is no code of a language: call this file \`welcome-${word}.md\``,
      ),
    ]),
  );

  it.each(['qq', 'old'])('says that a translation called welcome.%s.md is in no language', (word) =>
    expect(problems({ [`moments/welcome.${word}.md`]: FRENCH })).toEqual([
      `moments/welcome.${word}.md:1:1 \`${word}\` behind the dot is no code of a language: write such as \`welcome.fr.md\``,
    ]),
  );

  it('may be called as if it were another language of one', () => expect(problems(moment('welcome-no'))).toEqual([]));

  it('is checked further when a part of it cannot be read', () => {
    const message = problemsAfter('topic: start', 'topics: start\npatience: long').replaceAll(
      'moments/welcome.md:',
      '',
    );
    expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual(['4:1', '5:11']);
    const text = MOMENT.replace('topic:', 'topics:').replace('event.plan', 'event.pln');
    expect(problems({ 'moments/welcome.md': text })).toHaveLength(2);
  });

  it('has one file, and one a language', () => {
    expect(problems({ 'moments/old/welcome.md': MOMENT })).toEqual([
      'moments/old/welcome.md:2:9 moment `welcome` is in moments/welcome.md already',
    ]);
    expect(problems({ 'moments/welcome.fr.md': FRENCH, 'moments/welcome.FR.md': FRENCH })).toEqual([
      expect.stringContaining('welcome speaks `fr` in another file already'),
    ]);
  });

  it('may be unused', () => {
    expect(problems(moment('later', 'channels: [inbox]', '{{ event.plan }} {{ with.gift }}'))).toEqual([]);
    expect(
      problems({ 'journeys/onboarding.yaml': JOURNEY.replaceAll('welcome', 'later'), ...moment('later') }),
    ).toEqual([]);
  });
});
