import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PAGE_WORDS } from '../../../language/catalogue/page-words/page-words.ts';
import { WrittenPages } from '../../../language/read/pages/page-schema.ts';

const files = globSync('workflows/pages/*.yaml');
const readShipped = (file: string) => parse(readFileSync(file, 'utf8'));

describe('the schema of pages', () => {
  it.each(files)('takes what is shipped, which says every word: %s', (file) => {
    const page = readShipped(file);
    expect(WrittenPages.safeParse(page).error).toBeUndefined();
    const words = Object.entries<object>(page).flatMap(([group, texts]) =>
      Object.keys(texts).map((word) => `${group}.${word}`),
    );
    expect(words).toEqual(expect.arrayContaining([...PAGE_WORDS]));
  });

  it('takes names of a project’s own, and no word that no page says', () => {
    expect(WrittenPages.safeParse({ moment: { welcome: 'Bienvenue' }, topic: { offers: 'Offres' } }).success).toBe(
      true,
    );
    expect(WrittenPages.safeParse({ common: { preferenes: 'Choisir' } }).success).toBe(false);
    expect(WrittenPages.safeParse({ commons: {} }).success).toBe(false);
    expect(WrittenPages.safeParse({ why: { title: 7 } }).success).toBe(false);
  });
});
