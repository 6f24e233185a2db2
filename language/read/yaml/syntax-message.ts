import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';

/** What is wrong with the YAML itself, and where. */
export interface SyntaxFault {
  offset: number;
  message: string;
}

const startFault = (text: string, offset: number): SyntaxFault => ({
  offset,
  message: `a text that begins with \`${text.charAt(offset)}\` stands in quotes`,
});

/**
 * A text such as `*x*` or `&x`, which YAML takes for a name of another value: for one that is not there, that nothing asks for, or
 * that it would be inside of; and one such as `{{ x }}`, of which YAML makes a key that is no word.
 */
export const referenceFault = (document: Document, text: string): SyntaxFault | undefined => {
  const aliases = new Set<string>();
  const faults: number[] = [];
  visit(document, {
    Alias: (_, alias, around) => {
      aliases.add(alias.source);
      const meant = alias.resolve(document);
      if (!meant || around.includes(meant)) faults.push(alias.range?.[0] ?? 0);
    },
    Pair: (_, { key }) => {
      if (!isCollection(key)) return;
      const start = key.range?.[0] ?? 0;
      // Over several lines such a key stands behind a `?`.
      if (!key.flow) faults.push(text.lastIndexOf('?', start));
      else faults.push(text.charAt(start - 1) === '{' ? start - 1 : start);
    },
  });
  visit(document, {
    Scalar: (_, { anchor, range }) => {
      if (anchor !== undefined && !aliases.has(anchor)) faults.push(text.lastIndexOf(`&${anchor}`, range?.[0] ?? 0));
    },
  });
  const first = faults.toSorted((a, b) => a - b)[0];
  return first === undefined ? undefined : startFault(text, first);
};

type Say = (error: YAMLError, text: string, document: Document) => SyntaxFault;

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** Behind the spaces that a line begins with. */
const skipSpaces = (text: string, offset: number): number => text.slice(offset).search(/[^ \t]|$/) + offset;

const isLineStart = (text: string, offset: number): boolean => /(^|\n)[ \t]*$/.test(text.slice(0, offset));

/** A line that starts too far right is, to YAML, more of the text above it, and its colon that of a long key. */
const sayNested: Say = ({ pos: [start] }, text) => {
  if (text.charAt(start) === '?') return startFault(text, start);
  const rest = text.slice(start);
  if (/:(\s|$)/.test(firstLine(rest)))
    return { offset: start, message: 'a second `: ` on the line: put the text in quotes' };
  const above = /^[\s\S]*?\n[ \t]*(?=[^\n]*:(\s|$))/.exec(rest)?.[0] ?? '';
  return {
    offset: start + above.length,
    message:
      'this line starts too far right: start it in the column of the word that it stands beside, or put the whole text in quotes if this is more of it',
  };
};

/** A line that begins nothing where it stands. */
const sayColumn: Say = ({ message, pos: [start] }, text) => {
  const offset = skipSpaces(text, start);
  const before = text.slice(0, offset);
  const isInColumnOfItems = before.includes(`\n${before.slice(before.lastIndexOf('\n') + 1)}- `);
  const isLost = text[offset] !== '-' && (isInColumnOfItems || /^Sequence item/.test(message));
  return {
    offset,
    message: isLost
      ? 'this line starts too far left to belong to the item above: start it further right, or write `- ` before it if it is an item too'
      : 'this line starts further left or right than those it belongs to: start all of them in the same column',
  };
};

/** The file is over where a line starts further left than its first one. */
const sayBehind: Say = ({ pos: [start] }, text) => {
  const first = text.search(/^[ \t]*[^\s#]/m);
  const isItem = text[skipSpaces(text, first)] === '-';
  if (isLineStart(text, start) && first >= 0)
    return {
      offset: skipSpaces(text, first),
      message: isItem
        ? 'the file begins with `- `, and what stands in it is no list: leave the `-` out'
        : 'the first line starts further right than others: start it at the left',
    };
  const alias = text.slice(0, start).search(/(?<!\S)\*\S+\s*$/);
  if (alias >= 0) return startFault(text, alias);
  const [quote] = /["']$/.exec(text.slice(0, start)) ?? [];
  if (quote !== undefined && /\S/.test(text.charAt(start))) {
    const other = quote === '"' ? "'" : '"';
    return {
      offset: start - 1,
      message: `a ${quote} stands inside of the text: put the whole text in ${other} instead`,
    };
  }
  return {
    offset: start,
    message: /["']\s*$/.test(text.slice(0, start))
      ? 'there is more after the closing quote: put the whole text in quotes, such as \'"a" = b\''
      : 'there is more after the end of this value: put the whole text in quotes',
  };
};

/** Where the last part begins that a test is true of, before a place. */
const lastBefore = (document: Document, place: number, isIt: (node: unknown) => boolean): number | undefined => {
  let last: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const start = node.range?.[0] ?? place;
      if (start < place && start >= (last ?? 0) && isIt(node)) last = start;
    },
  });
  return last;
};

/** The parser goes on to where the text ends at last, often the end of the file. */
const sayQuote: Say = ({ pos: [end] }, _, document) => ({
  offset: lastBefore(document, end, (node) => isScalar(node) && /^QUOTE/.test(node.type ?? '')) ?? end,
  message: 'this quote is not closed: write it behind the text too',
});

/** A line that begins with a tab begins, to YAML, at the left, where nothing in brackets may. */
const tabBefore = (text: string, offset: number): number => text.slice(0, offset).search(/(?<=\n *)\t[ \t]*$/);

const sayBracket: Say = ({ message, pos: [end] }, text, document) => {
  const tab = tabBefore(text, end);
  if (tab >= 0) return { offset: tab, message: TAB };
  const closing = message.endsWith(']') ? ']' : '}';
  const isOpen = (node: unknown): boolean =>
    isCollection(node) &&
    node.flow === true &&
    text[node.range?.[0] ?? 0] === (closing === ']' ? '[' : '{') &&
    text[(node.range?.[1] ?? 0) - 1] !== closing;
  const offset = lastBefore(document, end, isOpen) ?? end;
  return { offset, message: `this \`${text[offset]}\` is not closed: a \`${closing}\` is missing` };
};

/** In `{ until: a offset: b }` YAML finds a key inside of a value. */
const sayComma: Say = ({ pos: [start] }, text) => {
  const [before, key] = /^[^,\n]*?\s(?=([\w.-]+:)(\s|$))/.exec(text.slice(start)) ?? [];
  return before === undefined
    ? {
        offset: start,
        message: NO_DASHES,
      }
    : { offset: start + before.length, message: `a comma is missing before \`${key}\`` };
};

const sayMore: Say = (error, text, document) => {
  const start = error.pos[0];
  const before = text.slice(0, start).trimEnd().at(-1) ?? '';
  return /[\]}]/.test(before) && /[[{]/.test(text.charAt(start))
    ? { offset: start, message: `a comma is missing before \`${text.charAt(start)}\`` }
    : sayBehind(error, text, document);
};

const at =
  (message: string): Say =>
  ({ pos: [offset] }) => ({ offset, message });

const sayTag: Say = ({ pos: [offset] }, text) => {
  const [tag] = /^[^\s,\]}]+/.exec(text.slice(offset)) ?? [];
  return {
    offset,
    message: `YAML takes \`${tag}\` for a tag: put the text in quotes, or write $not(…) if that is what it means`,
  };
};

/** Below `|` or `>` the first line says how far right the others start. */
const sayBelow: Say = ({ pos: [start] }, text) => ({
  offset: start,
  message: /^[ \t]*\t/.test(text.slice(start))
    ? TAB
    : 'the text below `|` or `>` starts further right than the word before it',
});

const TAB = 'a tab: YAML is indented with spaces';
const NEXT_LINE = 'behind `>` or `|` the text begins on the next line: put it there, or in quotes';
const NO_DASHES =
  'between `[` or `{` and its other half stand no lines with `-`: write commas between, or no brackets at all';

const sayConfused: Say = ({ pos: [start] }, text) => {
  const [, key] = /^(?:- +)?([\w.-]+:)\S/.exec(text.slice(start)) ?? [];
  const message =
    key === undefined
      ? 'neither `key: value` nor `- item`: is a `:` or a `-` missing, or does the line start too far left or right?'
      : `a space is missing behind \`${key}\``;
  return { offset: start, message };
};

/** By its code and what the parser says in the words of grammars. */
const SAID: [RegExp, Say][] = [
  [/^DUPLICATE_KEY/, at('this key is there twice: keep one of them')],
  [/^TAB_AS_INDENT/, at(TAB)],
  [/^MULTIPLE_DOCS/, at('a line `---` starts a second document: one file holds one')],
  [/^BLOCK_AS_IMPLICIT_KEY Nested/, sayNested],
  [/^BLOCK_AS_IMPLICIT_KEY A block sequence/, sayColumn],
  [/^BAD_INDENT All (sequence|mapping) items/, sayColumn],
  [/^MISSING_CHAR Sequence item without/, sayColumn],
  [/^\w+ (Implicit keys need|Implicit map keys need)/, sayConfused],
  [/^\w+ Implicit keys of flow sequence/, at(NO_DASHES)],
  [/^MISSING_CHAR Missing closing/, sayQuote],
  [/^\w+ Flow .* must/, sayBracket],
  [/^BLOCK_IN_FLOW/, sayComma],
  [
    /^UNEXPECTED_TOKEN Unexpected flow-(map|seq)-end/,
    ({ pos: [offset] }, text) => ({ offset, message: `a \`${text.charAt(offset)}\` too many` }),
  ],
  [/^UNEXPECTED_TOKEN Unexpected .* at node end/, sayMore],
  [/^UNEXPECTED_TOKEN Unexpected , in flow/, at('a `,` too many')],
  [/^UNEXPECTED_TOKEN Unexpected scalar token/, sayMore],
  [/^UNEXPECTED_TOKEN (Not a YAML token|Block scalar header)/, at(NEXT_LINE)],
  [/^\w+ Block scalar values in collections/, sayBelow],
  [
    /^\w+ Block scalars with more-indented/,
    at('an empty line above starts further right than this text: take the spaces out of it'),
  ],
  [/^MISSING_CHAR Missing , or :/, at('a `:` or a comma is missing here')],
  [/^MISSING_CHAR Comments must/, at('a space is missing before `#`; a text that has one stands in quotes')],
  [/^KEY_OVER_1024/, at('what stands before a `:` has at most 1024 letters: put the whole text in quotes')],
  [/^TAG_RESOLVE_FAILED|^\w+ Verbatim tags/, sayTag],
  [/^MULTIPLE_(ANCHORS|TAGS)/, ({ pos: [offset] }, text) => startFault(text, offset)],
  [
    /^BAD_DIRECTIVE|^MISSING_CHAR Missing directives-end/,
    ({ pos: [end] }, text) => startFault(text, Math.max(0, text.lastIndexOf('%', end))),
  ],
  [
    /^UNEXPECTED_TOKEN Unexpected block-seq-ind on same line/,
    at('a list begins on a line of its own; a text that begins with `- ` stands in quotes'),
  ],
  [/^(BAD_SCALAR_START|BAD_ALIAS)/, ({ pos: [offset] }, text) => startFault(text, offset)],
  [/^BAD_DQ_ESCAPE/, at('a backslash in double quotes is written twice')],
];

const UNREADABLE = 'this cannot be read as YAML: put the text in quotes, or compare the line with the one above it';

/** What the parser found, in the words of who wrote the file. */
export const syntaxFault = (error: YAMLError, text: string, document: Document): SyntaxFault => {
  const { code, message } = error;
  const say = SAID.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1] ?? at(UNREADABLE);
  return say(error, text, document);
};
