import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { document, hasPlace } from './document.ts';
import { PARTS } from './parts.ts';

describe('docs/performance.md', () => {
  it.each(Object.keys(PARTS))('has a place for the figures of %s', (part) => {
    expect(hasPlace(readFileSync('docs/performance.md', 'utf8'), part)).toBe(true);
  });
});

describe('figures in a document', () => {
  const figure = { figure: 'a thing', value: 12.345, unit: 'ms', aim: 'below 20 ms', met: true };
  const at = new Date('2026-03-02T10:00:00Z');

  it('replace those of the same part, and nothing else', () => {
    const text = 'a\n<!-- one -->\nold\n<!-- /one -->\nb\n<!-- two -->\nold\n<!-- /two -->\nc';
    const page = document(text, 'one', [figure], at);
    expect(page).toMatch(/^a\n<!-- one -->\n`npm run bench -- --only one`, 2026-03-02, .* cores/);
    expect(page).toContain('| a thing | 12.3 ms |  |  | below 20 ms: met |');
    expect(page).toMatch(/<!-- \/one -->\nb\n<!-- two -->\nold\n<!-- \/two -->\nc$/);
    expect(document(page, 'one', [figure], at)).toBe(page);
  });

  it('say where an aim was missed', () => {
    const text = '<!-- one --><!-- /one -->';
    const reference = { what: 'bare', value: 10 };
    expect(document(text, 'one', [{ ...figure, reference, ratio: 1.2345, met: false }], at)).toContain(
      '| 12.3 ms | 10.0 ms, bare | 1.23 | below 20 ms: **missed** |',
    );
  });
});
