import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recipeOf } from './recipe.ts';
import { AnchorMissing, changed } from './toy.ts';
import { TOYS } from './toys/all.ts';

describe.each(TOYS)('$recipe', (toy) => {
  it('touches the files that docs/extending.md lists, six at most', () => {
    const files = recipeOf(toy);
    expect(Object.keys(toy.changes).toSorted()).toEqual(files.toSorted());
    expect(files.length).toBeLessThanOrEqual(6);
  });

  // That the toys compile and do what they are for, together.deep.ts says.
  it('finds the lines after which its own belong', () => {
    for (const [file, change] of Object.entries(toy.changes)) {
      const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
      expect(() => changed(file, before, change)).not.toThrow();
    }
  });
});

describe('a change', () => {
  it('says which line it misses, and where', () => {
    const change = [{ after: 'const KINDS = {\n', insert: '  beat,\n' }];
    expect(changed('a.ts', 'const KINDS = {\n};\n', change)).toBe('const KINDS = {\n  beat,\n};\n');
    expect(() => changed('a.ts', 'const OTHERS = {};\n', change)).toThrow(AnchorMissing);
    expect(() => changed('a.ts', undefined, change)).toThrow('a.ts is gone');
    expect(() => changed('a.ts', '', { text: 'new' })).toThrow('a.ts is there already');
  });
});
