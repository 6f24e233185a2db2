import { describe, expect, it } from 'vitest';
import { didYouMean, listed, nearest } from '../../../language/read/yaml/lookup.ts';

describe('suggestions', () => {
  it('finds a name that is a slip away, whatever its case', () => {
    expect(nearest('welcom', ['goodbye', 'welcome'])).toBe('welcome');
    expect(nearest('FirstName', ['firstName'])).toBe('firstName');
  });

  it('suggests nothing that is far away', () => expect(nearest('apology', ['welcome'])).toBeUndefined());

  it('lists the names when there are few, and none when there are many', () => {
    expect(didYouMean('apology', ['a', 'b'])).toBe(': there is `a`, `b`');
    expect(didYouMean('apology', 'abcdefghi')).toBe('');
  });

  it('joins names as a sentence does', () => expect(listed(['a', 'b', 'c'], 'or')).toBe('`a`, `b` or `c`'));
});
