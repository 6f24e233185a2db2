import MarkdownIt, { type Token } from 'markdown-it';
import { memoizeByKey } from '../../../language/catalogue/memoize-by-key.ts';
import { fill, oneLine } from './values.ts';

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });
// "node.js" is not a link; an address with its scheme is.
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false });
// Addresses are judged in `fillIn`, when the values in them are known.
const { normalizeLink } = markdown;
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (url) => url;

type Print = (value: string) => string;

/** What a text is filled with: `whole` are the addresses among the values. */
interface Filling {
  values: string[];
  print: Print;
  whole: ReadonlySet<string>;
}

const SAFE = /^(https?:\/\/|mailto:|tel:)/i;

/** The address with its values put in, or nothing where it leads somewhere that a message may not lead. */
const address = (url: string, { values, whole }: Filling): string | undefined => {
  const mark = /^\uE000\d+\uE001/.exec(url)?.[0] ?? '';
  const begin = fill(mark, values, oneLine).trim();
  // Where a text leads that somebody typed, nobody knows.
  if (mark !== '' && !whole.has(begin)) return undefined;
  const rest = fill(url.slice(mark.length), values, (value) => encodeURIComponent(value.toWellFormed()));
  const target = `${begin}${rest}`.toWellFormed();
  return SAFE.test(target) ? normalizeLink(target) : undefined;
};

const asText = (token: Token): void => {
  token.type = 'text';
  token.tag = '';
  token.content = '';
  token.nesting = 0;
};

/** What may follow a link or an image, in braces: how it looks. */
const BUTTON = /^\{\s*\.button\s*\}/;
const WIDTH = /^\{\s*width=["']?(\d{1,4})(?:px)?["']?\s*\}/;

const fillLink = (token: Token, filling: Filling): boolean => {
  const href = address(String(token.attrGet('href') ?? ''), filling);
  if (href === undefined) asText(token);
  else token.attrs = [...(token.meta?.button ? [['class', 'button'] as [string, string]] : []), ['href', href]];
  return href !== undefined;
};

const fillImage = (token: Token, filling: Filling): void => {
  const src = address(String(token.attrGet('src') ?? ''), filling);
  const { width } = token.meta ?? {};
  if (src === undefined) {
    const alt = (token.children ?? []).map(({ content }) => content).join('');
    asText(token);
    token.content = alt;
  } else token.attrs = [['src', src], ['alt', ''], ...(width ? [['width', String(width)] as [string, string]] : [])];
};

const fillIn = (tokens: Token[], filling: Filling): Token[] => {
  const open: boolean[] = [];
  return tokens.map((parsed) => {
    const token: Token = Object.assign(Object.create(Object.getPrototypeOf(parsed)), parsed);
    if (token.children) token.children = fillIn(token.children, filling);
    token.content = fill(token.content, filling.values, filling.print);
    if (token.type === 'link_open') open.push(fillLink(token, filling));
    else if (token.type === 'link_close' && !open.pop()) asText(token);
    else if (token.type === 'image') fillImage(token, filling);
    return token;
  });
};

/** Notes on links and images what stands in braces behind them, and takes it out of the text. */
const readLooks = (tokens: Token[]): void => {
  const open: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.children) readLooks(token.children);
    if (token.type === 'link_open') open.push(token);
    const link = token.type === 'link_close' ? open.pop() : undefined;
    const next = tokens[index + 1];
    if (next?.type !== 'text') continue;
    if (link) next.content = next.content.replace(BUTTON, () => note(link, { button: true }));
    if (token.type === 'image')
      next.content = next.content.replace(WIDTH, (_, width: string) => note(token, { width: Number(width) }));
  }
};

const note = (token: Token, meta: { button: true } | { width: number }): string => {
  token.meta = meta;
  return '';
};

/** Most customers get the same text with other values in it. */
const structure = memoizeByKey((source = '') => {
  const tokens = markdown.parse(source, {});
  readLooks(tokens);
  return tokens;
});

/** Markdown as tokens, each value literal wherever it stands: in text, in code, in the address of a link. */
export const parseMarkdown = (source: string, values: string[], print: Print, whole: ReadonlySet<string>): Token[] =>
  fillIn(structure(source), { values, print, whole });

export const toHtml = (tokens: Token[]): string => markdown.renderer.render(tokens, markdown.options, {}).trim();

/** The same with each link to http or https led elsewhere; `mailto` and `tel` stay. */
export const ledElsewhere = (tokens: Token[], linkOf: (url: string) => string): Token[] =>
  tokens.map((token) => {
    const copy: Token = Object.assign(Object.create(Object.getPrototypeOf(token)), token);
    if (copy.children) copy.children = ledElsewhere(copy.children, linkOf);
    if (copy.type === 'link_open')
      copy.attrs = (copy.attrs ?? []).map(([name, value]) =>
        name === 'href' && /^https?:/i.test(String(value)) ? [name, linkOf(String(value))] : [name, value],
      );
    return copy;
  });
