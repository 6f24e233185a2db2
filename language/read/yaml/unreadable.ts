import { treeOf } from '../expressions/tree.ts';
import { SPECIAL_SPACE, SPECIAL_SPACES } from './special-space.ts';

interface Unreadable {
  message: string;
  /** So many letters into it. */
  at: number;
}

/** Why a text is no expression at all, and where, if so. */
export const whyUnreadable = (source: string): Unreadable | undefined => {
  const habit = whyForeign(source);
  if (habit !== undefined) return habit;
  try {
    treeOf(source);
    return undefined;
  } catch (error) {
    const broken = error as Broken;
    return { message: whyBroken(broken, source), at: whereBroken(broken, source) };
  }
};

/** What JSONata's parser throws; `position` is behind what it stumbled over. */
interface Broken {
  code?: string;
  position?: number;
  token?: unknown;
  value?: unknown;
}

/** Words and signs of other languages that stand where JSONata wants an operator. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['is', 'write `=` to compare, `!=` for “is not”, or $exists(…) to ask whether it is there'],
  ['equals', 'write `=` to compare'],
  ['contains', 'write $contains(text, part)'],
  ['like', 'write $contains(text, part)'],
  ['has', 'write $contains(text, part)'],
  ['matches', 'write $contains(text, /pattern/)'],
  ['starts', 'write $contains(text, /^beginning/)'],
  ['ends', 'write $contains(text, /end$/)'],
  ['exists', 'write $exists(…) around the name'],
  ['between', 'write `a >= 3 and a <= 4`'],
  ['then', 'leave it out: the condition stands alone'],
  ['|', 'write `or`'],
  [',', 'write `and` or `or` between conditions; a number has a point, 3.5'],
  [';', 'leave it out: a condition is one expression'],
  ['..', 'write one point between names'],
]);

const BLANK = '\uE000';

/** Texts in quotes, of which nothing is to be read, become blanks: everything else stays at its place. */
const withoutTexts = (source: string): string =>
  source.replaceAll(/"(\\.|[^"\\])*"|'(\\.|[^'\\])*'/g, (text) => BLANK.repeat(text.length));

/** The parser says what it had read when it gave up, mostly up to the sign that it could not place. */
const whereBroken = ({ code = '', position = 0, token }: Broken, source: string): number => {
  if (code === 'S0101') return withoutTexts(source).search(/["']/);
  if (code === 'S0203' || code === 'S0207') return source.length;
  if (code === 'S0212') return source.indexOf(':=');
  const sign = source.lastIndexOf(String(token), position - 1);
  if (sign < 0) return position;
  return /["'$`]/.test(source.charAt(sign - 1)) ? sign - 1 : sign;
};

const CLOSING = [')', ']', '}'];

const whyBroken = ({ code = '', position = 0, token, value }: Broken, source: string): string => {
  const read = source.slice(0, position);
  const sign = String(token);
  const before = read.slice(0, Math.max(0, read.lastIndexOf(sign))).replace(/\s+["'$`]?$/, '');
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
    case 'S0214':
      if (/^[#@~^]$/.test(sign))
        return `\`${sign}\` is no sign of conditions: values are compared by \`=\`, \`<\`, \`>\` or \`in\``;
      if (/=[<>]$/.test(read)) return `\`=${sign}\`: write \`${sign}=\``;
      return `\`${sign}\` cannot stand here: a name, a number or a text in quotes is missing before it`;
    case 'S0212':
      return '`:=`: write `=` to compare';
    case 'S0302':
      return 'a pattern is not closed: write `/` behind it';
    case 'S0301':
      return 'an empty pattern `//`: write what it looks for between its strokes';
    case 'S0102':
      return `\`${sign}\` is too large a number`;
    case 'S0104':
      return 'behind `\\u` stand four digits of a letter: write the letter itself';
    case 'S0105':
      return '` is not closed: text stands in straight quotes, "like this"';
    case 'S0106':
      return 'a comment is not closed: write `*/` behind it, or the comment on a line of its own';
    case 'S0208':
      return 'a function of your own cannot be used in a condition';
    case 'S0213':
      return `\`${value}\` cannot stand behind a point: names such as \`event.plan\` are read`;
    case 'S0217':
      return '`%` stands between two numbers, and one is missing';
    default:
      return 'this cannot be read: values are compared by `=`, `<`, `>` or `in`, and conditions joined by `and` or `or`';
  }
};

/** What a machine's expressions stand in: inside of a text, too, it would end them. */
const MARKS = /\{%|%\}/;

/** Habits from other languages, and what JSONata's own parser would say less clearly. */
const HABITS: readonly [RegExp, string | ((match: string) => string)][] = [
  [SPECIAL_SPACES, SPECIAL_SPACE],
  [MARKS, '`{%` and `%}` are not written here: the condition stands alone'],
  [/[“”‘’„]/, 'curly quotes: text stands in straight ones, "like this"'],
  [/(?<=[\w")\]]\s+)(AND|OR|IN)(?=\s)/, (word) => `\`${word}\`: write \`${word.toLowerCase()}\``],
  [/(?<![$.\w])not(?=\s+[\w$(])/i, '`not`: write $not(…), or `!=` to compare'],
  [/\{\{/, '`{{` and `}}` are not written here: the condition stands alone'],
  [/(?<![\w.])\d{4}-\d{2}-\d{2}/, (date) => `a date stands in quotes, "${date}"`],
  [/<>/, '`<>`: write `!=`'],
  [/==/, '`==`: write `=` to compare'],
  [/&&/, '`&&`: write `and`'],
  [/\|\|/, '`||`: write `or`'],
  [/!(?!=)/, '`!`: write $not(…), or `!=` to compare'],
  [/\?\?|\?:/, '`??` and `?:` are not in this version of JSONata: write `$exists(a) ? a : b`'],
];

const whyForeign = (source: string): Unreadable | undefined => {
  const code = withoutTexts(source).replaceAll(/\uE000+/g, (blank) => `"${blank.slice(2)}"`);
  if (code.trim() === '') return { message: 'the condition is empty', at: 0 };
  for (const [habit, say] of HABITS) {
    const match = habit.exec(habit === MARKS ? source : code);
    if (match) return { message: typeof say === 'string' ? say : say(match[0]), at: match.index };
  }
  return undefined;
};
