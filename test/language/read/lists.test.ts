import { describe, expect, it } from 'vitest';
import { EVENTS, moment, problems } from './fixture.ts';

const wrong = (step: string, body = 'Hello.'): string =>
  problems({
    'events.yaml': `${EVENTS}cart.left:
  customer: customerId
  fields: { customerId: text, plan: text, items: { list: { name: text, price: number } } }
`,
    'journeys/cart.yaml': `journey: cart
title: Cart
purpose: relationship
enter: { on: cart.left, again: always }
steps:
  - ${step}
`,
    ...moment('note', undefined, body),
  }).join('\n');

const inCondition = (condition: string): string =>
  wrong(`choose: [ { when: ${JSON.stringify(condition)}, steps: [ { send: note } ] } ]`);

describe('a list in a condition', () => {
  it('is looked through by `in`', () => expect(inCondition('"Coat" in event.items.name')).toBe(''));

  it.each([
    '$contains(event.items, "Coat")',
    '$contains(event.items.name, "Coat")',
    'event.items = "Coat"',
    'event.items.name = "Coat"',
    '"Coat" in event.items',
    'event.items.name in ["Coat"]',
    '$exists(event.items[name = "Coat"])',
  ])('is asked otherwise in vain, and told how to ask: %s', (condition) =>
    expect(inCondition(condition)).toContain('`in` looks into a list, such as `"Coat" in event.items.name`'),
  );

  it.each(['event.items = true', 'event.items = 3'])(
    'is asked by a field that there is, of the kind asked for: %s',
    (condition) =>
      expect(inCondition(condition)).toMatch(/such as `("Coat" in event\.items\.name|3 in event\.items\.\w+)`/),
  );

  it('is counted before it is less or more', () =>
    expect(inCondition('event.items > 3')).toContain('$count(…) says how many they are'));
});

describe('a list in copy', () => {
  it.each(['contains', '==', '>='])('is looked at one by one, whatever is asked of it: %s', (operator) =>
    expect(wrong('send: note', `{% if event.items ${operator} "Coat" %}a{% endif %}`)).toContain(
      'this is a list: look at each by `{% for item in … %}{% if item.name == "Coat" %}…{% endif %}{% endfor %}`',
    ),
  );

  it('is gone through where a field of its things is to be printed', () =>
    expect(wrong('send: note', '{{ event.items.name }}')).toContain(
      'of a list, `{% for item in event.items %}{{ item.name }}{% endfor %}`',
    ));
});
