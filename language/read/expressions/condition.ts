import { isScalar } from 'yaml';
import type { Path, Source } from '../yaml/source.ts';
import { infer } from './expression.ts';
import type { Scope } from './expression-node.ts';
import { describe, type Typed } from './typed.ts';

const tagOf = (source: Source, path: Path): string | undefined => {
  const node = source.node(path);
  return isScalar(node) && node.tag?.startsWith('!') ? node.tag : undefined;
};

/** Whether YAML took the rest of the line for a comment. */
const isCut = (source: Source, path: Path): boolean => {
  const node = source.node(path);
  if (!isScalar(node) || node.type !== 'PLAIN') return false;
  const rest = source.text.slice(node.range?.[1] ?? 0).split('\n', 1)[0] ?? '';
  return /^[ \t]+#/.test(rest);
};

/** A letter as YAML may write it in quotes; spaces are left out, since YAML folds them. */
const LETTERS: Record<string, RegExp> = {
  QUOTE_DOUBLE: /\\(x..|u.{4}|.)|[^ \t\r\n"]/g,
  QUOTE_SINGLE: /''|[^ \t\r\n']/g,
};
const PLAIN_LETTERS = /[^ \t\r\n]/g;

/** Where in the file a letter of an expression stands, counted from the end: `= ` may stand before it. */
const placeIn = (source: Source, path: Path, expression: string, at: number): number | undefined => {
  const node = source.node(path);
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const letters = [...source.text.slice(start, end).matchAll(LETTERS[node.type ?? ''] ?? PLAIN_LETTERS)];
  const rest = [...expression.slice(at).matchAll(PLAIN_LETTERS)].length;
  const letter = letters.at(-Math.max(rest, 1));
  return letter && start + letter.index;
};

const CUT = 'YAML drops what comes after ` #`: put the condition in quotes, or the comment on a line of its own';

/** The type of the expression at a path, if it is sound; everything wrong with it is reported. */
export const checkExpression = (text: string, source: Source, path: Path, scope: Scope): Typed | undefined => {
  const { typed, faults, at } = infer(text, scope);
  const tag = tagOf(source, path);
  // The reader of YAML has said so already.
  if (tag !== undefined) return undefined;
  if (faults.length > 0 && isCut(source, path)) source.report(path, CUT);
  else {
    const place = at && placeIn(source, path, text, at);
    for (const fault of faults) {
      if (place) source.reportAt(place, fault);
      else source.report(path, fault);
    }
  }
  return faults.length === 0 ? typed : undefined;
};

/** A condition may have no comment beside it: nobody could tell it from a part of the condition. */
export const checkCondition = (text: string | undefined, source: Source, path: Path, scope: Scope): void => {
  if (text === undefined) return;
  const typed = checkExpression(text, source, path, scope);
  if (typed && isCut(source, path)) source.report(path, CUT);
  else if (typed && typed.kind !== 'boolean')
    source.report(path, `a condition is true or false, and this is ${describe(typed)}: compare it with something`);
};
