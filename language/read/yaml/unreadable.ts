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
    return whyBroken(error as Broken, source);
  }
};

/** What JSONata's parser throws; `position` is behind what it stumbled over. */
interface Broken {
  code?: string;
  position?: number;
  token?: unknown;
  value?: unknown;
  message?: string;
}

/** Words and signs of other languages that stand where JSONata wants an operator. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['is', 'write `=` to compare, `!=` for “is not”, or $exists(…) to ask whether it is there'],
  ['equals', 'write `=` to compare'],
  ['contains', 'write $contains(text, part)'],
  ['like', 'write $contains(text, part)'],
  ['between', 'write `a >= 3 and a <= 4`'],
  ['then', 'leave it out: the condition stands alone'],
  ['|', 'write `or`'],
  [',', 'write `and` or `or` between conditions; a number has a point, 3.5'],
  [';', 'leave it out: a condition is one expression'],
  ['..', 'write one point between names'],
]);

const BLANK = '\uE000';

/** Each text in quotes, of which nothing is to be read, becomes one letter. */
const withoutTexts = (source: string): string => source.replaceAll(/"(\\.|[^"\\])*"|'(\\.|[^'\\])*'/g, BLANK);

const CLOSING = [')', ']', '}'];

const whyBroken = ({ code = '', position = 0, token, value, message }: Broken, source: string): string => {
  const read = source.slice(0, position);
  const sign = String(token);
  const before = read.slice(0, Math.max(0, read.lastIndexOf(sign))).replace(/\s+["']?$/, '');
  const [last = ''] = /\S+$/.exec(code === 'S0207' ? source.trim() : before) ?? [];
  switch (code) {
    case 'S0101': {
      const [open = '"'] = /["'].*$/s.exec(withoutTexts(source)) ?? [];
      return `\`${open}\`: this quote is not closed, write ${open.charAt(0)} behind the text`;
    }
    case 'S0103':
      return `\`\\${sign}\`: a backslash in a text is written twice`;
    case 'S0203':
      return `a \`${value}\` is missing at the end`;
    case 'S0207':
      return `something is missing behind \`${last}\``;
    case 'S0202':
      if (sign === ',' && /\bin\s*\([^)]*$/.test(before))
        return '`in (…)`: a list stands in square brackets, ["a", "b"]';
      return `a comma or a \`${value}\` is missing before \`${sign}\``;
    case 'S0201':
      if (CLOSING.includes(sign)) return `a \`${sign}\` too many`;
      if (/^(and|or|in)$/.test(last)) return `\`${last}\` joins two conditions, and one is missing`;
      if (last === 'if') return '`if` is not written here: the condition stands alone';
      return OPERATORS.has(sign)
        ? `\`${sign}\`: ${OPERATORS.get(sign)}`
        : `between \`${last}\` and \`${sign}\` something is missing, such as \`=\`, \`and\` or \`or\``;
    case 'S0204':
    case 'S0211':
      if (/^[#@~^]$/.test(sign))
        return `\`${sign}\` is no sign of conditions: values are compared by \`=\`, \`<\`, \`>\` or \`in\``;
      if (/=[<>]$/.test(read)) return `\`=${sign}\`: write \`${sign}=\``;
      return `\`${sign}\` cannot stand here: a name, a number or a text in quotes is missing before it`;
    case 'S0212':
      return '`:=`: write `=` to compare';
    case 'S0302':
      return 'a pattern is not closed: write `/` behind it';
    default:
      return `this is not JSONata: ${message}`;
  }
};

/** Habits from other languages, and what JSONata's own parser would say less clearly. */
const whyForeign = (source: string): string | undefined => {
  const code = withoutTexts(source).replaceAll(BLANK, '""');
  if (code.trim() === '') return 'the condition is empty';
  if (hasSpecialSpace(code)) return SPECIAL_SPACE;
  if (/\{%|%\}/.test(source)) return '`{%` and `%}` are not written here: the condition stands alone';
  if (/[“”‘’„]/.test(code)) return 'curly quotes: text stands in straight ones, "like this"';
  const shouted = /[\w")\]]\s+(AND|OR|IN)\s/.exec(code)?.[1];
  if (shouted) return `\`${shouted}\`: write \`${shouted.toLowerCase()}\``;
  if (/(?<![$.\w])not\s+[\w$(]/i.test(code)) return '`not`: write $not(…), or `!=` to compare';
  if (code.includes('{{')) return '`{{` and `}}` are not written here: the condition stands alone';
  const [date] = /(?<![\w.])\d{4}-\d{2}-\d{2}/.exec(code) ?? [];
  if (date) return `a date stands in quotes, "${date}"`;
  if (code.includes('<>')) return '`<>`: write `!=`';
  if (code.includes('==')) return '`==`: write `=` to compare';
  if (code.includes('&&')) return '`&&`: write `and`';
  if (code.includes('||')) return '`||`: write `or`';
  if (/!(?!=)/.test(code)) return '`!`: write $not(…), or `!=` to compare';
  if (/\?\?|\?:/.test(code)) return '`??` and `?:` are not in this version of JSONata: write `$exists(a) ? a : b`';
  return undefined;
};
