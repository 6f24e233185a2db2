import type { Fault } from './liquid-fault.ts';

/** What is taken as it stands. */
const UNREAD = /\{%-?\s*(?:(raw|comment)\b.*?\{%-?\s*end\1\b[^%]*%\}|#[^%]*%\})/gs;

const TAG_WORDS = 'if|unless|elsif|elseif|else|case|when|for|each|comment|raw|end\\w*';

/** A tag as Liquid writes it, for a word that stands in brackets of an output or of another tool. */
const tagFor = (closes: boolean, word: string, more: string): string => {
  if (closes) return `{% end${word === 'each' ? 'for' : word} %}`;
  if (word === 'end') return '{% endif %}';
  if (word === 'for' || word === 'each') return '{% for item in event.items %}';
  if (word === 'elseif' || /^if\b/.test(more)) return '{% elsif … %}';
  return more === '' ? `{% ${word} %}` : `{% ${word} … %}`;
};

/** Brackets that Liquid reads as something else, or not at all, and what to write. Blanks are cut afterwards: a pattern that does it itself takes ages over many. */
const WRONG: readonly [RegExp, (...groups: string[]) => string][] = [
  [/\{\{\{+/g, () => 'two braces are enough: write `{{` and `}}` around a fact'],
  [/\{\{%/g, () => '`{{%`: write `{%` and `%}` around a tag'],
  [
    new RegExp(String.raw`\{\{-?\s*([#/]?)(${TAG_WORDS})(?![\w.])([^{}]*)\}\}`, 'g'),
    (sign = '', word = '', more = '') =>
      `\`{{ ${sign}${word}${more && ' …'} }}\`: a tag stands between \`{%\` and \`%}\`, write \`${tagFor(sign === '/', word, more)}\``,
  ],
  [
    /\{%-?\s*(\w+\.\w+)(?!\w)([^{}%]*)%\}/g,
    (name = '', more = '') =>
      `\`{% ${name}${more && ' …'} %}\`: a fact is printed between two braces, write \`{{ ${name} }}\``,
  ],
  [/\{%(?:"[^"]*"|'[^']*'|[^"'%{}])*\}/g, () => '`{%` is not closed: write `%}` behind the tag'],
];

/** Where copy has the brackets of an output around a tag, or those of a tag around a fact. */
export const wrongBrackets = (text: string): Fault[] => {
  const read = text.replace(UNREAD, (unread) => ' '.repeat(unread.length));
  return WRONG.flatMap(([pattern, say]) =>
    [...read.matchAll(pattern)].map(({ index, 1: a, 2: b, 3: c }) => ({
      offset: index,
      message: say(...[a, b, c].map((group = '') => group.replace(/-$/, '').trim())),
    })),
  );
};
