import { expect, it } from 'vitest';
import { titleIn } from '../../../language/catalogue/spoken-title.ts';

it.each([
  ['de-AT', 'Punkte'],
  ['DE', 'Punkte'],
  ['fr', 'points'],
  ['en-GB', 'points'],
])('a gesture is called in %s what its message speaks, or else in English: %s', (locale, title) => {
  expect(titleIn({ en: 'points', de: 'Punkte' }, locale)).toBe(title);
});

it('a gesture is called in the nearest language of its titles', () => {
  expect(titleIn({ en: 'points', 'zh-hans': '积分' }, 'zh-Hans-CN')).toBe('积分');
});
