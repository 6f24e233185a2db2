import { treeOf } from '../expressions/tree.ts';
import { hasSpecialSpace, SPECIAL_SPACE } from './special-space.ts';

/** Why a text is no expression at all, if so. */
export const whyUnreadable = (source: string): string | undefined => {
  const habit = whyForeign(source);
  if (habit !== undefined) return habit;
  try {
    treeOf(source);
    return undefined;
  } catch (error) {
    return `this is not JSONata: ${messageOf(error)}`;
  }
};

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

/** Habits from other languages, and what JSONata's own parser would say less clearly. */
const whyForeign = (source: string): string | undefined => {
  const code = source.replaceAll(/"(\\.|[^"\\])*"|'(\\.|[^'\\])*'/g, '""');
  if (code.trim() === '') return 'the condition is empty';
  if (hasSpecialSpace(code)) return SPECIAL_SPACE;
  if (/\{%|%\}/.test(source)) return '`{%` and `%}` are not written here: the condition stands alone';
  if (/[“”‘’„]/.test(code)) return 'curly quotes: text stands in straight ones, "like this"';
  const shouted = /[\w")\]]\s+(AND|OR|IN)\s/.exec(code)?.[1];
  if (shouted) return `\`${shouted}\`: write \`${shouted.toLowerCase()}\``;
  if (/(?<![$.\w])not\s+[\w$(]/i.test(code)) return '`not`: write $not(…), or `!=` to compare';
  if (code.includes('<>')) return '`<>`: write `!=`';
  if (code.includes('==')) return '`==`: write `=` to compare';
  if (code.includes('&&')) return '`&&`: write `and`';
  if (code.includes('||')) return '`||`: write `or`';
  if (/!(?!=)/.test(code)) return '`!`: write $not(…), or `!=` to compare';
  if (/\?\?|\?:/.test(code)) return '`??` and `?:` are not in this version of JSONata: write `$exists(a) ? a : b`';
  return undefined;
};
