import { describe, expect, it } from 'vitest';
import { createThemeReader } from '../../../core/theme/read-themes.ts';
import { themesIn } from '../../../functions/intake/themes.ts';

const read = createThemeReader({ export: ['export'], dark: ['dark mode'] });
const signals = [
  { text: 'subject', weight: 0.5 },
  { text: 'body', weight: 0.5 },
  { value: -0.5, weight: 1 },
];
const texts = { subject: 'Export', body: 'Export, and a dark mode.', note: 'dark mode' };

describe('what the texts of an event ask for', () => {
  it('is read from the texts that tell of mood, each theme once', () => {
    expect(themesIn({ byCustomer: true, signals }, texts, read)).toEqual([
      { theme: 'export', quote: 'Export' },
      { theme: 'dark', quote: 'Export, and a dark mode.' },
    ]);
  });

  it('is nothing where a customer wrote nothing', () => {
    expect(themesIn({ byCustomer: false, signals }, texts, read)).toEqual([]);
    expect(themesIn({ byCustomer: true, signals: [] }, texts, read)).toEqual([]);
    expect(themesIn({ byCustomer: true, signals }, { subject: 7 }, read)).toEqual([]);
  });
});
