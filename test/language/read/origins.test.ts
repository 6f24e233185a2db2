import { describe, expect, it } from 'vitest';
import { problems, read } from './fixture.ts';

const HEAD =
  'customer.signed_up: { customer: customerId, fields: { customerId: text, firstName: text, plan: text }, sets: { firstName: firstName, plan: plan } }\n';

/** What is wrong with more events, with lines counted from the first of them. */
const problemsOf = (text: string): string =>
  problems({ 'events.yaml': `${HEAD}${text}\n` })
    .filter((line) => line.startsWith('events.yaml'))
    .map((line) => line.replace(/^events\.yaml:(\d+):/, (_, number) => `${Number(number) - 1}:`))
    .join('\n');

const FIELDS =
  'customerId: text, amount: { type: number, optional: true }, on: { type: date, optional: true }, paid: { type: boolean, optional: true }';

const order = (from: string, more = '') =>
  `order.placed:\n  from:\n${from}\n  customer: customerId\n  fields: { ${FIELDS} }${more && `\n  ${more}`}`;

const orderWith = (fields: string, more = '') =>
  order(`    source: shop\n    detail-type: order${more && `\n    ${more}`}\n    fields: { ${fields} }`);

const SHOPIFY = '{ source: { prefix: aws.partner/shopify.com }, detail-type: shopifyWebhook';
const topic = (name: string) => `where: 'detail.metadata."X-Shopify-Topic" = "${name}"'`;

describe('shapes of other systems', () => {
  it('may be several, by source or by how it begins, told apart by `where`', () => {
    const text = [
      order(
        `    - ${SHOPIFY}, ${topic('orders/create')}, fields: { customerId: $string(detail.customer.id) } }\n    - { source: till, detail-type: sale, fields: { customerId: detail.who } }`,
      ),
      `order.paid:\n  from: ${SHOPIFY}, ${topic('orders/paid')}, fields: { customerId: detail.id } }\n  customer: customerId\n  fields: { customerId: text }`,
    ].join('\n');
    expect(problemsOf(text)).toBe('');
    expect(read({ 'events.yaml': `${HEAD}${text}` }).problems.filter(({ file }) => file === 'events.yaml')).toEqual([]);
  });

  it.each([
    'detail.buyer.id',
    'detail."buyer-id"',
    'detail.notes[name = "customer"].value',
    'detail.people[0].id',
    '$string(detail.buyer.id)',
    '"c-" & detail.buyer.id',
    '$exists(detail.a) ? detail.a : detail.b',
    '$split(detail.key, "/")[1]',
    '$lowercase($trim(detail.mail))',
    '`detail-type`',
    'id',
    'detail.tags[$ = "vip"][0]',
    '$join(detail.names, " ")',
    '$replace(detail.id, /^c/, "")',
  ])('%s gives a text', (expression) => expect(problemsOf(orderWith(`customerId: '${expression}'`))).toBe(''));

  it.each([
    'amount: $number(detail.total)',
    'amount: detail.cents / 100',
    'amount: $sum(detail.lines.price)',
    'on: $fromMillis(detail.at)',
    'on: time',
    'on: "$substring(detail.at, 0, 10)"',
    'paid: detail.status = "paid"',
    `paid: 'detail.status in ["paid", "sent"]'`,
    'paid: detail.paid',
  ])('%s fits', (field) => expect(problemsOf(orderWith(`customerId: detail.id, ${field}`))).toBe(''));

  it.each([
    [
      'a name that no envelope has',
      orderWith('customerId: detial.id'),
      '5:27 unknown `detial`: did you mean `detail`?',
    ],
    [
      'text without quotes',
      orderWith('customerId: customer'),
      'unknown `customer`: there is `id`, `source`, `detail-type`, `time`, `detail`; text stands in quotes',
    ],
    ['something inside a text', orderWith('customerId: source.name'), '`source` is text: there is nothing inside it'],
    [
      'a function with a slip',
      orderWith('customerId: $strin(detail.id)'),
      '$strin() is not for conditions: it may fail or is not there: did you mean `$string`?',
    ],
    [
      'a function that says something else each time',
      orderWith('customerId: $uuid()'),
      '$uuid() is not for conditions',
    ],
    ['a number as text', orderWith('customerId: detail.a + 1'), 'expected text, found a number: write $string(…)'],
    [
      'text as a number',
      orderWith('customerId: detail.id, amount: $string(detail.a)'),
      'expected a number, found text: write $number(…)',
    ],
    [
      'a number as true or false',
      orderWith('customerId: detail.id, paid: detail.a + 1'),
      'expected true or false, found a number',
    ],
    [
      'sums of texts',
      orderWith('customerId: detail.id, amount: detail.a + "1"'),
      'only numbers can be calculated with, and one side is the text "1"',
    ],
    ['another language', orderWith('customerId: detail.a == 1'), '`==`: write `=` to compare'],
    [
      'a function of its own',
      orderWith('customerId: "$map(detail.a, function($x) { $x })"'),
      '$map() is not for conditions',
    ],
    [
      'an unknown field',
      orderWith('customerId: detail.id, amuont: detail.a'),
      'unknown field `amuont`: did you mean `amount`?',
    ],
    [
      'a `where` that is no condition',
      orderWith('customerId: detail.id', 'where: detail.paid'),
      '5:12 a condition is true or false, and this is whatever their system sends: compare it',
    ],
    [
      'a `where` with a slip',
      orderWith('customerId: detail.id', 'where: detial.a = 1'),
      '5:12 unknown `detial`: did you mean `detail`?',
    ],
    ['an element without `each`', orderWith('customerId: element.id'), 'unknown `element`: there is `id`'],
    ['an empty list', order('    []'), '3:5 name at least one shape'],
    [
      'a prefix of nothing',
      order(`    { source: { prefix: "" }, detail-type: t, fields: { customerId: detail.id } }`),
      'a prefix says how the source begins',
    ],
    [
      'a prefix that is ours too',
      order(`    { source: { prefix: ta }, detail-type: t, fields: { customerId: detail.id } }`),
      'events of `tactful` are taken as they are',
    ],
    [
      'our own source',
      order(`    { source: tactful, detail-type: t, fields: { customerId: detail.id } }`),
      'events of `tactful` are taken as they are',
    ],
    [
      'what we send ourselves',
      'gift.given:\n  ours: true\n  from: { source: s, detail-type: t, fields: { } }\n  fields: { }',
      '3:3 `gift.given` is sent by our journeys',
    ],
  ])('refuses %s', (_, text, message) => expect(problemsOf(text)).toContain(message));
});

describe('each', () => {
  const each = (expression: string, fields = 'customerId: element.user') =>
    order(`    { source: mailer, detail-type: batch, fields: { ${fields} } }`, `each: ${expression}`);

  it.each(['detail.events', 'detail.batches.events', 'detail.events[type = "open"]'])('takes %s', (expression) =>
    expect(problemsOf(each(expression))).toBe(''),
  );

  it('may be of one shape alone', () => {
    const shape = '{ source: mailer, detail-type: batch, each: detail.events, fields: { customerId: element.user } }';
    expect(
      problemsOf(order(`    - ${shape}\n    - { source: s, detail-type: t, fields: { customerId: detail.id } }`)),
    ).toBe('');
  });

  it.each([
    [
      'what is no array',
      each('$string(detail.id)'),
      '6:9 `each` is an array of the envelope, such as `detail.events`, and this is text',
    ],
    ['a name that no envelope has', each('events'), '6:9 unknown `events`'],
    [
      'events that are all the same',
      each('detail.events', 'customerId: detail.id'),
      '3:43 each element of detail.events is an event, and nothing here reads `element`',
    ],
  ])('refuses %s', (_, text, message) => expect(problemsOf(text)).toContain(message));
});

describe('two declarations of one shape', () => {
  const paid = (more: string, source = 'shop') =>
    `order.paid:\n  customer: customerId\n  fields: { customerId: text }\n  from: { source: ${source}, detail-type: order, fields: { customerId: detail.id }${more} }`;
  const both = (a: string, b: string, source?: string) =>
    `${orderWith('customerId: detail.id', a)}\n${paid(b && `, ${b}`, source)}`;

  it.each([
    ['neither has a `where`', both('', '')],
    ['one has a `where`', both('where: detail.a = 1', '')],
    ['both have the same', both('where: detail.a = 1', 'where: detail.a = 1')],
    ['the source of one begins as the other', both('', '', '{ prefix: sho }')],
  ])('are refused when %s', (_, text) =>
    expect(problemsOf(text)).toMatch(
      /`order` of sho\S+ is also taken by `order\.placed`: give both a `where` that tells them apart/,
    ),
  );

  it.each([
    ['each has its own `where`', both('where: detail.a = 1', 'where: detail.a = 2')],
    ['they are of different sources', both('', '', 'till')],
    [
      'one is of the elements in it',
      both('', 'each: detail.lines').replace(
        'order, fields: { customerId: detail.id }',
        'order, fields: { customerId: element.id }',
      ),
    ],
  ])('stand when %s', (_, text) => expect(problemsOf(text)).toBe(''));

  it('are refused within one event too', () =>
    expect(
      problemsOf(
        order(
          '    - { source: s, detail-type: t, fields: { customerId: detail.a } }\n    - { source: s, detail-type: t, fields: { customerId: detail.b } }',
        ),
      ),
    ).toContain('`t` of s stands here twice'));
});
