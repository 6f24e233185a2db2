import MarkdownIt, { type Token } from 'markdown-it';
import { memoizeByKey } from '../../shared/memoize-by-key.ts';
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

const SAFE = /^(https?:\/\/|mailto:|tel:)/i;

/** The address with its values put in, or nothing where it leads somewhere that a message may not lead. */
const address = (url: string, values: string[]): string | undefined => {
  const whole = /^\uE000\d+\uE001/.exec(url)?.[0] ?? '';
  const rest = fill(url.slice(whole.length), values, (value) => encodeURIComponent(value.toWellFormed()));
  const found = `${fill(whole, values, oneLine).trim()}${rest}`.toWellFormed();
  return SAFE.test(found) ? normalizeLink(found) : undefined;
};

const asText = (token: Token): void => {
  token.type = 'text';
  token.tag = '';
  token.content = '';
  token.nesting = 0;
};

const fillIn = (tokens: Token[], values: string[], print: Print): Token[] => {
  const open: boolean[] = [];
  return tokens.map((parsed) => {
    const token: Token = Object.assign(Object.create(Object.getPrototypeOf(parsed)), parsed);
    if (token.children) token.children = fillIn(token.children, values, print);
    token.content = fill(token.content, values, print);
    if (token.type === 'link_open') {
      const href = address(String(token.attrGet('href') ?? ''), values);
      open.push(href !== undefined);
      if (href === undefined) asText(token);
      else token.attrs = [['href', href]];
    } else if (token.type === 'link_close') {
      if (!open.pop()) asText(token);
    } else if (token.type === 'image') {
      const src = address(String(token.attrGet('src') ?? ''), values);
      if (src === undefined) asText(token);
      else
        token.attrs = [
          ['src', src],
          ['alt', ''],
        ];
    }
    return token;
  });
};

/** Most customers get the same text with other values in it. */
const structure = memoizeByKey((source = '') => markdown.parse(source, {}));

/** Markdown as tokens, each value literal wherever it stands: in text, in code, in the address of a link. */
export const parseMarkdown = (source: string, values: string[], print: Print): Token[] =>
  fillIn(structure(source), values, print);

export const toHtml = (tokens: Token[]): string => markdown.renderer.render(tokens, markdown.options, {}).trim();
