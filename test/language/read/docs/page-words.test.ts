import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SHIPPED } from '../../../../language/catalogue/page-words/shipped.ts';
import { withPageWords } from '../../../../language/read/docs/page-words.ts';

describe('words that a file of pages does not say', () => {
  const readShipped = (language: string) => readFileSync(`workflows/pages/${language}.yaml`, 'utf8');

  it.each(Object.entries(SHIPPED))('are none in the file of %s: else run npm run docs', (language, words) => {
    expect(withPageWords(readShipped(language), words)).toBe(readShipped(language));
  });

  it('are added as shipped, and what somebody wrote stays', () => {
    const [line = ''] = /^ {2}muted-by: .*\n/m.exec(readShipped('de')) ?? [];
    const own = readShipped('de').replace('title: Was Sie von uns hören', 'title: Was Sie hören # kürzer');
    const added = withPageWords(own.replace(line, ''), SHIPPED.de);
    expect(added).toContain(line);
    expect(added.replace(line, '')).toBe(own.replace(line, ''));
  });

  it('are added with their group where that is missing', () => {
    const [group = ''] = /^because:\n(?: {2}.*\n)+/m.exec(readShipped('en')) ?? [];
    const added = withPageWords(readShipped('en').replace(group, ''), SHIPPED.en);
    expect(group).not.toBe('');
    expect(parse(added)).toEqual(parse(readShipped('en')));
  });
});
