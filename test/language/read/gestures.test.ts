import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { EVENTS, problems, read } from './fixture.ts';

const events = `${EVENTS}credit.granted: { ours: true, gesture: true, fields: { days: number, ref: { type: text, optional: true } } }
credit.applied: { customer: customerId, fields: { customerId: text, ref: { type: text, optional: true }, gesture: { type: text, optional: true } } }
credit.noted: { customer: customerId, fields: { customerId: text } }
credit.reversed: { ours: true, fields: { days: number } }
`;

const KIND = `  credit:
    title: 7 days free
    days: 7
    cost: 7 EUR
    by: [journeys, agents]
    fits: [failure]
    emit: credit.granted
    with: { days: 7 }
    confirmed: { on: credit.applied, where: heard.ref = gesture.ref, within: 1 hour }
    reverse: credit.reversed
`;

/** Neither confirmed nor taken back. */
const WITHOUT_MORE = KIND.replace(/ {4}confirmed: .*\n {4}reverse: .*\n/, '');

const file = (kind = KIND, head = 'currency: EUR\n') => `${head}gestures:\n${kind}`;

const wrong = (text: string): string[] =>
  problems({ 'gestures.yaml': text, 'events.yaml': events }).map((line) => line.replace('gestures.yaml:', ''));

describe('gestures.yaml', () => {
  it.each([
    ['', []],
    ['chosenFrom: [acme.app]\n', ['acme.app']],
  ])('says who may say what a customer chose: %j', (setting, sources) => {
    const { definitions } = read({ 'gestures.yaml': file(KIND, `currency: EUR\n${setting}`), 'events.yaml': events });
    expect(compileCatalogue(definitions!, { pace: 60 }).events['gesture.chosen']?.sources).toEqual(sources);
  });

  it('says by which systems beside the console colleagues give and take back', () => {
    const setting = 'currency: EUR\ngivenFrom: [acme.service]\n';
    const { definitions } = read({ 'gestures.yaml': file(KIND, setting), 'events.yaml': events });
    const { events: types } = compileCatalogue(definitions!, { pace: 60 });
    for (const name of ['agent.gesture_given', 'agent.gesture_reversed'])
      expect(types[name]?.sources).toEqual(['tactful.preferences', 'acme.service']);
  });

  it('does not name our own pages, by whose name anybody may write', () => {
    expect(wrong(file(KIND, 'currency: EUR\nchosenFrom: [tactful.preferences]\n'))).toEqual([
      expect.stringContaining('what they say is signed'),
    ]);
  });

  it('is read with its costs in hundredths, its budgets by scope, and what its confirmation compares', () => {
    const budgets = 'budgets: { agent: 200 EUR per month, customer: 60.50 EUR per quarter }\n';
    const limits = '    atMost: { stage: 10 per month }\n';
    const { definitions } = read({
      'gestures.yaml': file(KIND + limits, `currency: EUR\n${budgets}`),
      'events.yaml': events,
    });
    expect(compileCatalogue(definitions!, { pace: 60 }).gestures).toEqual({
      currency: 'EUR',
      limits: { agent: { of: 'cost', most: 20_000 }, customer: { of: 'cost', most: 6050 } },
      kinds: {
        credit: {
          title: { default: '7 days free' },
          worth: { in: 'days', amount: 7 },
          cost: 700,
          by: ['journeys', 'agents'],
          fits: ['failure'],
          emit: 'credit.granted',
          with: { days: 7 },
          confirmed: { on: 'credit.applied', where: 'heard.ref = gesture.ref', within: 60, reads: ['ref'] },
          reverse: 'credit.reversed',
          again: 129_600,
          limits: { stage: { of: 'times', most: 10 } },
        },
      },
    });
  });

  it('has its titles by the languages that copy is looked for in, however these are written', () => {
    const titled = KIND.replace('7 days free', '{ en: a week free, de-AT: a Woch frei, iw: שבוע }');
    const { definitions } = read({ 'gestures.yaml': file(titled), 'events.yaml': events });
    expect(definitions?.gestures?.kinds.credit?.title).toEqual({
      en: 'a week free',
      'de-at': 'a Woch frei',
      he: 'שבוע',
    });
  });

  it('may be left out', () => {
    expect(problems({ 'events.yaml': events })).toEqual([]);
  });

  it.each([
    [
      'a title in a language that is none',
      KIND.replace('7 days free', '{ qq: 7 days free }'),
      '4:14 there is no language `qq`',
    ],
    ['an unknown word', KIND.replace('days: 7\n', 'day: 7\n'), '5:5 unknown `day`: did you mean `days`?'],
    ['a cost without a currency', KIND.replace('7 EUR', '7'), '6:11 '],
    [
      'an amount that is none',
      KIND.replace('7 EUR', 'seven EUR'),
      '6:11 `seven EUR` is not an amount: write such as `8 EUR`',
    ],
    [
      'another currency',
      KIND.replace('7 EUR', '7 GBP'),
      '6:11 this is in GBP, and all amounts of this file are in EUR',
    ],
    ['days that cost nothing', KIND.replace('    cost: 7 EUR\n', ''), '3:3 say what it costs, such as `cost: 5 EUR`'],
    ['two values', `${KIND}    points: 5\n`, '3:3 a gesture is worth one thing'],
    ['nobody to give it', KIND.replace('[journeys, agents]', '[bosses]'), '7:10 '],
    [
      'an unknown event',
      KIND.replace('emit: credit.granted', 'emit: credit.grantd'),
      '9:11 unknown event `credit.grantd`: did you mean `credit.granted`?',
    ],
    [
      'an event of others',
      KIND.replace('emit: credit.granted', 'emit: credit.noted'),
      '9:11 `credit.noted` comes from other systems: mark one of ours',
    ],
    [
      'an event that gives nothing',
      WITHOUT_MORE.replace('emit: credit.granted', 'emit: points.granted').replace(
        'with: { days: 7 }',
        'with: { points: 7 }',
      ),
      '9:11 `points.granted` gives something: mark it `gesture: true`',
    ],
    [
      'a field that its event lacks',
      KIND.replace('with: { days: 7 }', 'with: { days: 7, rf: a }'),
      '10:22 `credit.granted` has no field `rf`: did you mean `ref`?',
    ],
    [
      'a field that every gesture has by itself',
      KIND.replace('with: { days: 7 }', 'with: { days: 7, gesture: a }'),
      '10:22 every gesture carries `gesture` by itself',
    ],
    [
      'a field that it needs',
      WITHOUT_MORE.replace('    with: { days: 7 }\n', ''),
      '9:11 `credit.granted` needs `days`: give it under `with`',
    ],
    [
      'a field of the wrong type',
      KIND.replace('days: 7 }', 'days: many }'),
      '10:19 expected a number, found the text "many"',
    ],
    [
      'an unknown confirmation',
      KIND.replace('on: credit.applied', 'on: credit.aplied'),
      '11:22 unknown event `credit.aplied`: did you mean `credit.applied`?',
    ],
    [
      'a confirmation by a field that was not sent',
      KIND.replace('gesture.ref', 'gesture.rf'),
      '11:45 unknown `gesture.rf`: did you mean `gesture.ref`?',
    ],
    [
      'a confirmation that could be of any',
      KIND.replace('on: credit.applied, where: heard.ref = gesture.ref', 'on: credit.noted'),
      '11:16 nothing says which gesture `credit.noted` is about',
    ],
    [
      'an unknown fact',
      `${KIND}    when: customer.plann = "team"\n`,
      '13:11 unknown `customer.plann`: did you mean `customer.plan`?',
    ],
    [
      'a fact that they did not tell us',
      `${KIND}    when: customer.employer = "Acme"\n`,
      '13:11 this rests on what is `third-party`, which customers did not tell us',
    ],
    [
      'a reversal that needs more',
      KIND.replace('reverse: credit.reversed', 'reverse: points.granted'),
      '12:14 `points.granted` needs `points`',
    ],
    [
      'again without a time',
      `${KIND}    again: sometimes\n`,
      '13:12 `sometimes` is not understood: write such as `after 90 days`',
    ],
    [
      'again that is only a time',
      `${KIND}    again: 30 days\n`,
      '13:12 `30 days` is not understood: write `after 30 days`',
    ],
    [
      'a budget of a wrong time',
      `${KIND}    atMost: { agent: 3 per week }\n`,
      '13:22 `3 per week` is not a budget: write such as `200 EUR per month`',
    ],
  ])('refuses %s', (_, kind, message) => expect(wrong(file(kind))).toEqual([expect.stringContaining(message)]));

  it.each([
    ['no currency', 'currency: euros\n', '1:11 `euros` is no currency: write such as EUR'],
    [
      'a budget of all kinds in times',
      'currency: EUR\nbudgets: { agent: 3 per month }\n',
      '2:19 of all kinds together the cost is counted',
    ],
    ['a budget in another currency', 'currency: EUR\nbudgets: { agent: 3 GBP per month }\n', '2:19 this is in GBP'],
  ])('refuses %s', (_, head, message) =>
    expect(wrong(file(KIND, head)).filter((line) => line.startsWith(message.slice(0, 4)))).toEqual([
      expect.stringContaining(message),
    ]),
  );
});

describe('a gestures.yaml that cannot be read', () => {
  const scenario = (kind: string) =>
    `scenario: One\ncustomer: { id: ada }\nstart: 2026-03-02T09:00\ntimeline: []\nexpect:\n  - never: gave ${kind}\n`;
  const of = (text: string) =>
    problems({ 'gestures.yaml': text, 'events.yaml': events, 'scenarios/one.yaml': scenario('credt') });

  it('is told once, and not again in each scenario that names a gesture', () => {
    expect(of(file())).toEqual(['scenarios/one.yaml:6:5 gestures.yaml has no gesture `credt`: did you mean `credit`?']);
    expect(of(file().replace('fits: [failure]', 'fits: 3'))).toEqual([expect.stringMatching(/^gestures\.yaml:/)]);
    expect(of('gestures: [')).toEqual([expect.stringMatching(/^gestures\.yaml:/)]);
  });
});
