import type { Token } from 'liquidjs';
import { didYouMean } from '../yaml/lookup.ts';
import { DECODERS } from './liquid-filters.ts';

/** What is wrong with a piece of copy by itself, and where. */
export interface Fault {
  offset: number;
  message: string;
}

export const TAGS = ['if', 'unless', 'case', 'for', 'comment', 'raw'];

/** `raw` and `comment` as they are, and an `else` behind which more stands. */
const FULL_ELSE = /\{%-?\s*(raw|comment)\b.*?\{%-?\s*end\1\b|\{%-?\s*else\s+([^\s%-][^%]*?)\s*-?%\}/gs;

/** Some tags take what stands behind their `else`, and do not look at it. */
export const fullElses = (text: string): Fault[] =>
  [...text.matchAll(FULL_ELSE)].flatMap(({ index, 2: more }) => {
    if (more === undefined) return [];
    const isIf = /^if\b/.test(more);
    const message = isIf
      ? '`{% else if … %}`: write `{% elsif … %}`'
      : `\`{% else ${more} %}\`: nothing stands behind \`else\`, write \`{% elsif … %}\` if it is a condition`;
    return [{ offset: index, message }];
  });

/** `raw` and comments as they are, and the first `?` of an output or a tag, outside of its texts. */
const QUESTION_MARK =
  /\{%-?\s*(?:(raw|comment)\b.*?\{%-?\s*end\1\b|#[^%]*%\})|\{[{%](?:"[^"]*"|'[^']*'|[^{}%"'?])*(\?+)(?!\?)(?=[^{}]*[%}]\})/dgs;

/** `a ? b : c` of other languages, which Liquid reads as something else. */
export const questionMarks = (text: string): Fault[] =>
  [...text.matchAll(QUESTION_MARK)].flatMap(({ 2: marks, indices }) => {
    const offset = indices?.[2]?.[0];
    if (marks === undefined || offset === undefined) return [];
    const instead = marks === '?' ? '{% if … %}…{% else %}…{% endif %}' : '| default: "…"';
    return [{ offset, message: `\`${marks}\`: write \`${instead}\`` }];
  });

/** Where a quote stands in the first output that has no other half in it. */
const openQuote = (text: string, offset: number): number | undefined => {
  const [output] = /^\{\{.*?\}\}/s.exec(text.slice(offset)) ?? [];
  const at = output?.replaceAll(/"[^"]*"|'[^']*'/g, (whole) => ' '.repeat(whole.length)).search(/["']/) ?? -1;
  return at < 0 ? undefined : offset + at;
};

export const outputFault = (text: string, offset: number): Fault => {
  const quote = openQuote(text, offset);
  return quote === undefined
    ? { offset, message: '`{{` is not closed: write `}}` behind the name' }
    : { offset: quote, message: quoteMessage(text.charAt(quote)) };
};

/** Where the `{{` stands that is closed by the `}}` of another, if a place is between them. */
const unclosedAround = (offset: number, text: string): number | undefined => {
  const open = text.lastIndexOf('{{', offset);
  return open >= 0 && text.slice(open + 2, text.indexOf('}}', open)).includes('{{') ? open : undefined;
};

export const quoteMessage = (quote: string): string => `this quote is not closed: write ${quote} behind the text too`;

const bracketFault = (text: string, offset: number): Fault => {
  const [, quote] = /^\[(["'])/.exec(text.slice(offset)) ?? [];
  return quote === undefined
    ? { offset, message: `\`[\` is not closed: ${READ}` }
    : { offset: offset + 1, message: quoteMessage(quote) };
};

/** The beginning of a condition, up to what makes a filter of it. */
const FILTERED_TEST = /^\{%-?\s*(if|unless|elsif)\b("[^"]*"|'[^']*'|\|\||(?!%\})[^"'|])*\|(?!\|)/;

/** A filter in the condition around a place, if it has one: what is compared behind it belongs to the filter, or makes no sense. */
export const filteredTest = (text: string, offset: number): Fault | undefined => {
  const start = Math.max(0, text.lastIndexOf('{%', offset));
  const [upTo] = FILTERED_TEST.exec(text.slice(start)) ?? [];
  return upTo === undefined ? undefined : { offset: start + upTo.length - 1, message: NO_FILTER };
};

const NO_FILTER =
  'a filter cannot stand in a condition: write `{% case … | upcase %}{% when "…" %}`, or let the step that sends this work it out under `with`';

/** What the parser throws of a text, in the words of who wrote it. `filters`: all that there are. */
export const faultOf = (error: unknown, text: string, filters: readonly string[]): Fault => {
  if (!(error instanceof Error)) throw error;
  const token = 'token' in error ? (error.token as Token | undefined) : undefined;
  const offset = token?.begin ?? 0;
  const message = error.message.replace(/, (file:.*|line:\d+.*)$/s, '');
  const [, filter] = /undefined filter: (\S+)/.exec(message) ?? [];
  const [, tag] = /tag "([^"]+)" not found/.exec(message) ?? [];
  if (filter)
    return {
      offset: Math.max(offset, text.indexOf(filter, offset)),
      message: DECODERS.includes(filter)
        ? `\`${filter}\` is not for copy: a text that is not encoded becomes unreadable by it. Print a field that has the text itself`
        : `unknown filter \`${filter}\`${didYouMean(filter, filters)}`,
    };
  if (tag) return { offset, message: unknownTag(tag) };
  const filtered = / not closed$/s.test(message) ? undefined : filteredTest(text, offset);
  if (filtered) return filtered;
  const open = /^output .* not closed/s.test(message) ? offset : unclosedAround(offset, text);
  if (open !== undefined) return outputFault(text, open);
  const say = SAID.find(([pattern]) => pattern.test(message))?.[1];
  if (message === '[ not closed') return bracketFault(text, text.lastIndexOf('[', offset));
  // The parser may stand behind the first letter of a sign that it does not know.
  const from = /^expected ("\|"|filter name)/.test(message)
    ? text.slice(0, offset).search(/([=&|+*/-]*|[\])“”‘’„])$/)
    : offset;
  return { offset: from, message: say?.(text.slice(from)) ?? `Liquid: ${message}` };
};

const unknownTag = (tag: string): string => {
  if (/^else?_?if$/.test(tag)) return `\`{% ${tag} %}\`: write \`{% elsif … %}\``;
  if (tag === 'end') return '`{% end %}`: write `{% endif %}` in one word, and `{% endfor %}` where a loop is over';
  if (/^(else|elsif|when|end.*)$/.test(tag))
    return `\`{% ${tag} %}\` belongs to nothing that is open here: each \`{% if … %}\` has one \`{% endif %}\`, and other tags theirs`;
  const meant = didYouMean(tag, TAGS);
  return `unknown tag \`${tag}\`${meant}${meant.startsWith(': did') ? '' : '; a fact is printed by such as `{{ customer.firstName }}`'}`;
};

/** Signs of other languages, and how Liquid writes them. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['=', '`==` to compare'],
  ['&&', '`and`'],
  ['||', '`or`'],
]);

const CURLY = /[“”‘’„]/;
const CURLY_QUOTES = 'curly quotes: text stands in straight ones, "like this"';

/** What can be read, as a fault says it. */
const READ = 'copy reads `event.…`, `customer.…` and `with.…`, each with one name';

/** What is wrong with a name that copy does not read. */
export const unreadMessage = (text: string): string => {
  if (/^\d{4}-\d{2}/.test(text)) return `a date stands in quotes, "${text}"`;
  if (/^(event|customer|with|gesture)\.\w+$/i.test(text))
    return `\`${text}\`: write \`${text.replace(/^\w+/, (root) => root.toLowerCase())}\``;
  const [, list, field] = /^(event\.\w+)\.(\w+)$/.exec(text) ?? [];
  if (/^\w+$/.test(text)) return `\`${text}\`: ${READ}, such as \`{{ customer.firstName }}\``;
  const loop = list && `; of a list, \`{% for item in ${list} %}{{ item.${field} }}{% endfor %}\``;
  return `\`${text}\`: ${READ}${loop ?? ''}`;
};

/** What the parser says, in the words of who wrote the copy, who is shown what stands there. */
const SAID: [RegExp, (text: string) => string][] = [
  [/^tag ".* not closed/s, () => '`{%` is not closed: write `%}` behind the tag'],
  [/^raw .* not closed/s, () => '`{% raw %}` is not closed: write `{% endraw %}` where it is over'],
  [
    /^tag .* not closed/s,
    (text) => {
      const [tag = '', name = ''] = /^\{%-?\s*(\w+)[^%]*%\}/.exec(text) ?? [];
      return `\`${tag}\` is not closed: write \`{% end${name} %}\` where it is over`;
    },
  ],
  [
    /^expected "\|" before filter/,
    (text) => {
      const [sign = ''] = /\S+/.exec(text) ?? [];
      if (CURLY.test(sign)) return CURLY_QUOTES;
      return `\`${sign}\`: ${SIGNS.has(sign) ? `write ${SIGNS.get(sign)}` : 'a filter has `|` before it, and copy calculates by filters, such as `| plus: 3`'}`;
    },
  ],
  [
    /^expected filter name/,
    (text) =>
      text.startsWith('||') ? `\`||\`: write ${SIGNS.get('||')}` : 'the name of a filter is missing behind `|`',
  ],
  [/^expected ":" after filter name/, () => 'a `:` is missing between a filter and its value'],
  [
    /^unexpected character/,
    (text) => (CURLY.test(text.charAt(0)) ? CURLY_QUOTES : `\`${text.charAt(0)}\` cannot stand here`),
  ],
  [/^invalid value expression: ""/, () => 'nothing stands in it: name what is to be printed, or asked'],
  [/^invalid value expression: "!/, () => '`!`: write `not` before it'],
  [/^invalid value expression: "[“”‘’„]/, () => CURLY_QUOTES],
  [/^invalid value expression: "\{\{/, () => '`{{` stands in another `{{ … }}`: leave one of them out'],
  [
    /^invalid range syntax/,
    () => 'brackets cannot stand in a condition: write one `{% if … %}` inside of another, or one behind another',
  ],
  [/^illegal tag: \{%-? *for/, () => 'a loop is written `{% for item in event.items %}`'],
  [/^illegal tag syntax/, () => 'a tag has a name: `{% if … %}`'],
];
