import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applied, movedTo } from '../../../language/edit/apply.ts';
import { applyChange, changeBetween, inverse } from '../../../language/edit/change.ts';
import { edit } from '../../../language/edit/edit.ts';
import { EditRefused, type Operation, type Path, type Value } from '../../../language/edit/operation.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import { runs } from '../../support/depth.ts';
import { JOURNEYS, placesIn } from './shipped.ts';

const STEPS: Value[] = [
  { send: 'welcome' },
  { wait: '3 days', id: 'a-while' },
  { exit: true },
  { send: 'tip-team', with: { gift: 20, currency: '= event.currency' }, unsent: [{ exit: true }] },
  { choose: [{ when: 'customer.mood = "negative"', steps: [{ task: 'renewal-call' }] }, { otherwise: [] }] },
  { listen: ['cart.updated', 'order.placed'], within: '2 days', heard: [{ send: 'a, b: c #d' }], silent: [] },
];

const step = fc.constantFrom(...STEPS);

const isInside = (path: Path, outer: Path): boolean => outer.every((key, place) => path[place] === key);

const insertion = (file: File): fc.Arbitrary<Operation> =>
  fc
    .tuple(fc.constantFrom(...placesIn(parse(file.text)).lists), fc.nat(4), step)
    .map(([list, at, value]) => ({ kind: 'insert', list, at, value }));

const removal = (file: File): fc.Arbitrary<Operation> =>
  fc.constantFrom(...placesIn(parse(file.text)).items).map((path) => ({ kind: 'remove', path }));

const move = (file: File): fc.Arbitrary<Operation & { kind: 'move' }> => {
  const { lists, items } = placesIn(parse(file.text));
  return fc
    .tuple(fc.constantFrom(...items), fc.constantFrom(...lists), fc.nat(4))
    .filter(([path, list]) => !isInside(list, path))
    .map(([path, list, at]) => ({ kind: 'move', path, list, at }));
};

const field = (file: File): fc.Arbitrary<Operation> =>
  fc
    .tuple(
      fc.constantFrom<Path>([], ...placesIn(parse(file.text)).items),
      fc.constantFrom('id', 'about', 'within', 'when', 'unless', 'with', 'mutes'),
      fc.constantFrom<Value>(
        'plain',
        'a: b #c',
        '',
        3,
        true,
        { on: 'some.event', where: 'heard.a = "b"' },
        'two\nlines',
      ),
    )
    .map(([path, key, value]) => ({ kind: 'set', path: [...path, key], value }));

const operations = (file: File): fc.Arbitrary<Operation> =>
  fc.oneof(insertion(file), removal(file), move(file), field(file));

const withFile = <Of>(of: (file: File) => fc.Arbitrary<Of>) =>
  fc.constantFrom(...JOURNEYS).chain((file) => of(file).map((operation) => ({ file, operation })));

/** Lines with their comments, without how far in they stand. */
const comments = (text: string): string[] => (text.match(/(^|\s)# .*$/gm) ?? []).map((each) => each.trim()).toSorted();

describe('an edit of a journey', () => {
  it('says what was asked for and nothing else, and keeps every comment of what stays', () => {
    fc.assert(
      fc.property(withFile(operations), ({ file, operation }) => {
        const after = edit(file, operation);
        expect(parse(after)).toEqual(applied(parse(file.text), operation));
        const { kind } = operation;
        if (kind === 'insert' || kind === 'move') expect(comments(after)).toEqual(comments(file.text));
        else expect(comments(file.text)).toEqual(expect.arrayContaining(comments(after)));
      }),
      { numRuns: runs(20) },
    );
  });

  it('leaves every line before and after the place as it is, byte for byte', () => {
    const oneOf = (file: File) => fc.oneof(insertion(file), removal(file));
    fc.assert(
      fc.property(withFile(oneOf), ({ file, operation }) => {
        const before = file.text.split('\n');
        const after = edit(file, operation).split('\n');
        const [longer, shorter] = operation.kind === 'insert' ? [after, before] : [before, after];
        const first = shorter.findIndex((line, index) => line !== longer[index]);
        const last = shorter.findLastIndex((line, index) => line !== longer[index - shorter.length + longer.length]);
        // One line at most is neither new nor gone: that of brackets which open, or of a list that is empty now.
        expect(last - first).toBeLessThanOrEqual(0);
      }),
      { numRuns: runs(40) },
    );
  });

  it('is taken back by its inverse', () => {
    fc.assert(
      fc.property(withFile(operations), ({ file, operation }) => {
        const after = edit(file, operation);
        const change = changeBetween(file.text, after);
        expect(applyChange(file.text, change)).toBe(after);
        expect(applyChange(after, inverse(file.text, change))).toBe(file.text);
      }),
      { numRuns: runs(20) },
    );
  });

  it('put in and taken out again gives the same text, but for brackets that were opened', () => {
    fc.assert(
      fc.property(withFile(insertion), ({ file, operation }) => {
        if (operation.kind !== 'insert') return;
        const at = Math.min(operation.at, listAt(file, operation.list).length);
        const opened = edit(file, operation);
        const back = edit({ ...file, text: opened }, { kind: 'remove', path: [...operation.list, at] });
        expect(parse(back)).toEqual(parse(file.text));
        const again = edit({ ...file, text: back }, operation);
        expect(edit({ ...file, text: again }, { kind: 'remove', path: [...operation.list, at] })).toBe(back);
        if (!isInBrackets(file, operation.list)) expect(back).toBe(file.text);
      }),
      { numRuns: runs(10) },
    );
  });

  it('moved there and back gives the same text where both lists have lines of their own', () => {
    fc.assert(
      fc.property(withFile(move), ({ file, operation }) => {
        const { path, list } = operation;
        const from = path.slice(0, -1);
        if (isInBrackets(file, list) || isInBrackets(file, from)) return;
        const sizes = [listAt(file, list).length, listAt(file, from).length];
        if (Math.min(...sizes) < 2) return;
        const at = Math.min(operation.at, listAt(file, list).length);
        const there = { ...file, text: edit(file, { ...operation, at }) };
        const target = movedTo({ path, list, at });
        const now: Path = [...target.list, target.at];
        const index = Number(path.at(-1));
        const isSame = from.join('/') === list.join('/');
        const home = isSame ? from : pathAfter(from, target);
        const back = edit(there, {
          kind: 'move',
          path: now,
          list: home,
          at: isSame && target.at < index ? index + 1 : index,
        });
        expect(back).toBe(file.text);
      }),
      { numRuns: runs(20) },
    );
  });

  it('of a step into itself is refused', () => {
    const [file] = JOURNEYS.filter(({ path }) => path.endsWith('first-support.yaml'));
    const into: Operation = { kind: 'move', path: ['steps', 1], list: ['steps', 1, 'silent'], at: 0 };
    expect(() => edit(file ?? { path: '', text: '' }, into)).toThrow(EditRefused);
  });
});

const listAt = ({ text }: File, path: Path): unknown[] => {
  const value = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], parse(text));
  return Array.isArray(value) ? value : [];
};

const pathAfter = (path: Path, { list, at }: { list: Path; at: number }): Path => {
  const own = path[list.length];
  if (!isInside(path, list) || typeof own !== 'number' || own < at) return path;
  return [...list, own + 1, ...path.slice(list.length + 1)];
};

/** Whether a list, or what it stands in, is written in brackets. */
const isInBrackets = ({ text }: File, path: Path): boolean => {
  const probe = edit({ path: 'probe.yaml', text }, { kind: 'insert', list: path, at: 0, value: 'probe' });
  const line = probe.split('\n').find((each) => each.trim() === '- probe');
  return line === undefined || probe.split('\n').length !== text.split('\n').length + 1;
};
