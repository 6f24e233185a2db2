import { describe, expect, it } from 'vitest';
import { problems, read } from './fixture.ts';

/** What is wrong with one more event, with its line counted from its own first. */
const eventProblems = (text: string): string[] => {
  const [events = ''] = EVENTS;
  return problems({ 'events.yaml': `${events}${text}\n` }).map((line) =>
    line.replace(/^events\.yaml:(\d+):/, (_, number) => `${Number(number) - events.split('\n').length + 1}:`),
  );
};

const EVENTS = [
  `customer.signed_up: { customer: customerId, fields: { customerId: text, firstName: text, plan: text }, sets: { firstName: firstName, plan: plan } }\n`,
];

const event = (
  more: string,
  fields = 'customerId: text, name: text, when: date, maybe: { type: text, optional: true }',
) => `shop.order:\n  customer: customerId\n  fields: { ${fields} }\n  ${more}`;

describe('events.yaml', () => {
  it('fills in what an event leaves out', () => {
    expect(read().definitions?.events['points.granted']).toEqual({
      byCustomer: false,
      ours: true,
      customer: 'customerId',
      fields: {
        points: { type: 'number', optional: false, provenance: 'observed' },
        why: { type: 'text', optional: true, provenance: 'observed' },
      },
      sets: {},
      signals: [],
      farewell: false,
      returns: false,
    });
  });

  it('keeps what a number of a date counts', () => {
    const fields = '{ customerId: text, when: { type: date, from: epoch-seconds } }';
    const text = `shop.order: { customer: customerId, fields: ${fields} }\n`;
    const { definitions, problems: none } = read({ 'events.yaml': `${EVENTS}${text}` });
    expect(none).toEqual([]);
    expect(definitions?.events['shop.order']?.fields.when).toMatchObject({ type: 'date', from: 'epoch-seconds' });
  });

  it('maps the shape of another system', () => {
    const from = '{ source: aws.partner/shop, detail-type: Order Created, fields: { customerId: detail.buyer.id } }';
    const text = `shop.order: { from: ${from}, customer: customerId, fields: { customerId: text } }\n`;
    const events = read({ 'events.yaml': `${EVENTS}${text}` }).problems;
    expect(events).toEqual([]);
  });

  it.each([
    ['an unknown type', event('by: customer', 'customerId: txt'), '3:25 expected a type (text, number'],
    ['a key with a slip', event('set: { a: name }'), '4:3 unknown `set`: did you mean `sets`?'],
    ['no customer', 'shop.order: { fields: { a: text } }', '1:1 `shop.order` does not say whose it is'],
    [
      'a customer that may be missing',
      event('id: name').replace('customer: customerId', 'customer: maybe'),
      '2:13 this may be missing',
    ],
    [
      'a customer by a number',
      event('by: customer', 'customerId: number'),
      "2:13 a customer's id is text, and this is a number: declare `customerId: text`, which takes a number digit for digit",
    ],
    [
      'a key that is a number',
      event('id: count', 'customerId: text, count: number'),
      '4:7 expected text, found a number: declare `count: text`, which takes a number digit for digit',
    ],
    [
      'what a text counts from',
      event('by: customer', 'customerId: { type: text, from: epoch-seconds }'),
      '3:39 `from: epoch-seconds` is of a date: write `type: date`',
    ],
    [
      'what a text of a list counts from',
      event('by: customer', 'customerId: text, lines: { list: { sku: { type: text, from: epoch-seconds } } }'),
      '3:67 `from: epoch-seconds` is of a date: write `type: date`',
    ],
    [
      'a date from what it cannot come from',
      event('by: customer', 'customerId: text, when: { type: date, from: seconds }'),
      '3:57 found `seconds`, expected `epoch-seconds` or `epoch-milliseconds`',
    ],
    ['an unknown field in an expression', event('id: nam'), '4:7 unknown field `nam`: did you mean `name`?'],
    ['a fact as an attribute', event('sets: { mood: name }'), '4:11 `mood` is a fact that the system keeps'],
    [
      'an attribute of two kinds',
      event('sets: { plan: when }'),
      '4:17 another event sets `plan` to text, and this is a date',
    ],
    ['an attribute against its meaning', event('sets: { zone: name }'), '`zone` has a meaning of its own, as a zone'],
    ['a built-in event', 'customer.paused: { customer: a, fields: { a: text } }', '1:1 `customer.paused` is built in'],
    [
      'a field that we overwrite with the time of the event',
      event('by: customer', 'customerId: text, at: number'),
      '3:31 `at` is the time of the event itself',
    ],
    [
      'a signature in what we send',
      'gift.sent: { ours: true, fields: { signature: text } }',
      '1:36 `signature` is written by us',
    ],
    [
      'a decision in what we send',
      'gift.sent: { ours: true, fields: { decision: text } }',
      '1:36 `decision` is written by us',
    ],
    [
      'a field that an event about a theme has by itself',
      event('theme: name', 'customerId: text, name: text, said: number'),
      '3:43 `said` is what whoever asked for the theme had said',
    ],
    [
      'an event of ours that we say already',
      'message.ready: { ours: true, fields: {} }',
      '1:1 `message.ready` is what we say',
    ],
    ['the event of a panel', 'panel.drawn: { customer: a, fields: { a: text } }', '1:1 `panel.drawn` is built in'],
    [
      'a kind of incident that stands for all others',
      event('id: name\n  opens: { kind: others, incident: name }'),
      '5:18 `others` stands in policy.yaml for all kinds',
    ],
    [
      'a kind of incident that is a broken promise',
      event('id: name\n  opens: { kind: promise, incident: name }'),
      '5:18 an incident of the kind `promise` is a broken promise of ours',
    ],
    ['a word kept for later', event('counts: name'), '4:3 `counts`: not yet'],
    [
      'a score that is no number',
      event('signal: [ { score: name, scale: name, weight: 1 } ]'),
      '4:22 expected a number, found text',
    ],
    ['a value out of range', event('signal: [ { value: -2, weight: 1 } ]'), '4:22 a value is -1 to 1'],
    ['a signal of no kind', event('signal: [ { txt: name, weight: 1 } ]'), '4:15 unknown `txt`: did you mean `text`?'],
    ['consent to nothing', event('consent: { choice: name }'), '4:3 consent to what?'],
    [
      'an event type with a blank',
      'shop order: { customer: a, fields: { a: text } }',
      '1:1 `shop order` is not an event type',
    ],
    [
      'a field with a blank',
      event('by: customer', 'customerId: text, my field: text'),
      '3:31 `my field` is not a name',
    ],
    [
      'a mapping without a field',
      event('from: { source: s, detail-type: t, fields: { customerId: detail.id, name: detail.n } }'),
      '4:38 `when` is not optional, and nothing here gives it',
    ],
    ['the same event twice', `${event('by: customer')}\n${event('by: customer')}`, '5:1 this key is there twice'],
  ])('refuses %s', (_, text, message) => expect(eventProblems(text).join('\n')).toContain(message));

  it('takes `automatic` beside a text for whether a machine wrote it', () => {
    const problemsOf = (type: string, more = 'signal: [ { text: name, weight: 1 } ]') =>
      eventProblems(event(more, `customerId: text, name: text, automatic: { type: ${type}, optional: true }`));
    expect(problemsOf('boolean')).toEqual([]);
    expect(problemsOf('text', 'sets: { renews: automatic }')).toEqual([]);
    expect(problemsOf('text')).toEqual([
      expect.stringMatching(
        /^3:\d+ `automatic` says whether a machine wrote the text, and this is text.*: make it `\{ type: boolean, optional: true \}`, or give the field another name$/,
      ),
    ]);
  });

  it('says how a list of things is written to whom takes `list` for a type', () => {
    for (const field of ['{ type: list }', 'list'])
      expect(problems({ 'events.yaml': `a.b: { customer: c, fields: { c: text, items: ${field} } }\n` })[0]).toContain(
        '`{ list: { name: text } }`',
      );
  });

  it.each(['[a, b, a]', '{ type: [a, b, a], optional: true }', '{ list: { kind: [a, b, a] } }'])(
    'has each allowed word once: %s',
    (type) =>
      expect(eventProblems(event('by: customer', `customerId: text, kind: ${type}`)).join()).toContain(
        '`a` is there twice',
      ),
  );

  it('takes a number among allowed words for a word', () =>
    expect(eventProblems(event('by: customer', 'customerId: text, kind: [1, 2, "1"]'))).toEqual([
      '3:44 `1` is there twice: keep one of them',
    ]));

  it('checks the others when one is wrong', () => {
    const lines = problems({ 'events.yaml': 'a.b: { fields: {} }\nc.d: { customer: nobody, fields: { a: text } }\n' });
    expect(lines).toHaveLength(2);
  });

  it('says nothing of what other files name, when it cannot tell what there is', () => {
    expect(problems({ 'events.yaml': 'a: [' })).toEqual([
      expect.stringContaining('events.yaml:1:4 this `[` is not closed'),
    ]);
  });
});
