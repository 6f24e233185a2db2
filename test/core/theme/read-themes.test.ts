import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThemeReader } from '../../../core/theme/read-themes.ts';

const read = createThemeReader({
  export: ['export*', 'csv', 'download as'],
  dark: ['dark mode', 'thème sombre'],
  odd: ['***'],
});

describe('themes of a text', () => {
  it.each([
    ['An export would help.', ['export']],
    ['We want EXPORTS', ['export']],
    ['Download\nas pdf', []],
    ['Could I download as PDF?', ['export']],
    ['csv, please; and a dark mode.', ['export', 'dark']],
    ['Un thème sombre', ['dark']],
    ['Un theme sombre', ['dark']],
    ['reexport', []],
    ['csvs', []],
    ['', []],
  ])('%s', (text, themes) => {
    expect(read(text).map(({ theme }) => theme)).toEqual(themes);
  });

  it('are told with the sentence that speaks of them, as it was written', () => {
    expect(read('I like it! An Export to CSV would help me. Thanks.')).toEqual([
      { theme: 'export', quote: 'An Export to CSV would help me.' },
    ]);
  });

  it('are none where there are no words for them', () => {
    expect(createThemeReader()('export')).toEqual([]);
    expect(createThemeReader({ odd: ['*', '…'] })('anything at all')).toEqual([]);
  });

  it('are found in any text, whatever the words are, without a fault', () => {
    const words = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 });
    fc.assert(
      fc.property(words, fc.string({ unit: 'grapheme' }), (entries, text) => {
        const themes = createThemeReader({ any: entries })(text);
        expect(themes.every(({ quote }) => text.includes(quote))).toBe(true);
      }),
    );
  });
});
