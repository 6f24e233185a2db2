import { describe, expect, it } from 'vitest';
import { didYouMean, listNames, nearest } from '../../../language/read/yaml/lookup.ts';

describe('suggestions', () => {
  it('finds a name that is a slip away, whatever its case', () => {
    expect(nearest('welcom', ['goodbye', 'welcome'])).toBe('welcome');
    expect(nearest('FirstName', ['firstName'])).toBe('firstName');
  });

  it('suggests nothing that is far away', () => expect(nearest('apology', ['welcome'])).toBeUndefined());

  it.each([
    ['customer.name', 'customer.zone'],
    ['event.id', 'event.at'],
    ['subscription.started', 'subscription.lapsed'],
    ['ticket-news', 'ticket-call'],
    ['if', 'id'],
  ])('compares what differs alone: %s is no slip for %s', (name, other) =>
    expect(nearest(name, [other])).toBeUndefined(),
  );

  it.each([
    ['customer.firstNam', 'customer.firstName'],
    ['costumer.signed_up', 'customer.signed_up'],
    ['ticket-recieved', 'ticket-received'],
    ['sned', 'send'],
    ['rf', 'ref'],
  ])('%s is a slip for %s', (name, other) => expect(nearest(name, [other])).toBe(other));

  it('takes the likeliest of several', () => expect(nearest('titles', ['tidies', 'title'])).toBe('title'));

  it('lists the names when there are few, and none when there are many', () => {
    expect(didYouMean('apology', ['a', 'b'])).toBe(': there is `a`, `b`');
    expect(didYouMean('apology', 'abcdefghi')).toBe('');
  });

  it('joins names as a sentence does', () => expect(listNames(['a', 'b', 'c'], 'or')).toBe('`a`, `b` or `c`'));
});
