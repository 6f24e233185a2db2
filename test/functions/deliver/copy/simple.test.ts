import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../../functions/deliver/copy/engine.ts';
import { compileSimple } from '../../../../functions/deliver/copy/simple.ts';
import { runs } from '../../../support/depth.ts';

const place = { zone: 'Europe/Berlin', locale: 'en-GB' };
const NAMES = ['at', 'firstName', 'size', 'constructor', 'score'];

const value = fc.oneof(
  fc.string(),
  fc.constantFrom<unknown>(undefined, null, '', 0, -1.5, true, false, [], ['a', 1], { size: 2 }),
  fc.constantFrom('2026-03-02T23:30:00.000Z', '2026-03-02', 'tomorrow', '\uE0000\uE001', '<b>&\u0000'),
);
const names = fc.dictionary(fc.constantFrom(...NAMES), value);
const scope = fc.record({ event: names, customer: names, with: names });
const piece = fc.oneof(
  fc.constantFrom('Hello', ' & ', '\n\n# ', '{', '}', '} }', '%', ''),
  fc
    .tuple(
      fc.constantFrom('event', 'customer', 'with'),
      fc.constantFrom(...NAMES),
      fc.constantFrom('', ' | date', ' | capitalize'),
    )
    .map(([root, name, filter]) => `{{ ${root}.${name}${filter} }}`),
);
const template = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

/** Without the shortcut: a comment makes a template one that only Liquid knows. */
const byLiquid = (source: string): string => `{% comment %}{% endcomment %}${source}`;

describe('a simple template', () => {
  it('prints what Liquid prints, or leaves it to Liquid', () => {
    const engine = createEngine();
    let simply = 0;
    fc.assert(
      fc.property(template, scope, (source, given) => {
        const printed = compileSimple(source)?.(given, place);
        if (!printed) return;
        simply++;
        expect(printed).toEqual(engine.render(engine.parse(byLiquid(source)), given, place));
      }),
      { numRuns: runs(1000) },
    );
    expect(simply).toBeGreaterThan(500);
  });

  it.each([
    '{% if a %}b{% endif %}',
    '{{ event.at | date: "short" }}',
    '{{- event.at }}',
    '{{ event.size }}',
    '{{ at }}',
  ])('is not %s', (source) => expect(compileSimple(source)).toBeUndefined());

  it('fails as Liquid does', () => {
    const engine = createEngine();
    const given = { event: { at: 'tomorrow' }, customer: {}, with: {} };
    const render = () => engine.render(engine.parse('On {{ event.at | date }}'), given, place);
    expect(render).toThrow('"date" was given "tomorrow"');
  });
});
