import MarkdownIt, { type Token } from 'markdown-it';
import { type AddressOf, whyDead } from './address.ts';
import type { Part } from './moment-text.ts';
import { PRINTED, withoutLiquid } from './without-liquid.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: false });
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (url) => url;

/** Where an address begins with what Liquid prints. */
export interface PrintedAddress {
  offset: number;
  length: number;
}

const MARKDOWN: [RegExp, string][] = [
  [/^<\/?(b|strong)\b/i, '`**bold**`'],
  [/^<\/?(i|em)\b/i, '`*slanted*`'],
  [/^<\/?a\b/i, '`[Text](https://…)`'],
  [/^<\/?img\b/i, '`![what it shows](https://…){width=300}`'],
  [/^<br\b/i, 'a backslash at the end of the line'],
  [/^<\/?h[1-6]\b/i, '`## Heading`'],
  [/^<\/?(ul|ol|li)\b/i, '`- one`, each on a line'],
  [/^<\/?(p|div)\b/i, 'an empty line between two paragraphs'],
  [/^<hr\b/i, '`---`'],
  [/^<\/?(table|tr|td|th|tbody|thead)\b/i, '`| a | b |`'],
  [/^<!--/, '{% comment %} and {% endcomment %}'],
];

const ofHtml = (html: string): string => {
  const [, instead] = MARKDOWN.find(([pattern]) => pattern.test(html)) ?? [];
  const [tag = html] = /^<[^>\n]{0,40}>?/.exec(html) ?? [];
  return `\`${tag}\`: copy is Markdown, and HTML would be read as it stands${instead ? `: write ${instead}` : ': leave it out'}`;
};

/** What looks like a link or an image, and is none. */
const NO_LINKS: [RegExp, string][] = [
  [/!\[[^\]\n]*\](?![([])/g, 'an image without an address: write ![what it shows](https://…)'],
  [/\]\(/g, 'this is not read as a link: there is no blank in an address, and it ends with `)`'],
  [/\]\s+\((?=\uE000|\uE003|www\.|\/)/g, 'this is not read as a link: no blank stands between `]` and `(`'],
  [/\]\[[^\]\n]*\]/g, 'no address is given for this link: write [Text](https://…)'],
  [/\b(?!https?:)[a-z][a-z0-9+.-]*:\/\/(?=\S)/gi, 'this is no link: an address begins with `https://`'],
];

const flat = (tokens: readonly Token[]): Token[] => tokens.flatMap((token) => [token, ...(token.children ?? [])]);

/** Finds things in the order of the text; of what is not match, where the last one was. */
const finder = (text: string) => {
  let from = 0;
  return (what: string, before: readonly string[] = ['']): number => {
    for (const sign of before) {
      const at = text.indexOf(sign + what, from);
      if (at < 0) continue;
      from = at + 1;
      return at + sign.length;
    }
    return from;
  };
};

/** What is printed looks like all else that is printed: only these tell where an address begins. */
const BEFORE_ADDRESS = ['](', '](<', ']: ', '<', ''];

const lineStart = (text: string, line: number): number =>
  text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0);

/** Reports HTML, and links and images that lead nowhere; answers the addresses that Liquid prints. */
export const reportMarkup = ({ text: whole, report, warn }: Part): PrintedAddress[] => {
  const text = withoutLiquid(whole);
  const printed: PrintedAddress[] = [];
  const find = finder(text);
  const address = (href: string, of: AddressOf, auto: boolean): void => {
    const at = href === '' ? find(of === 'image' ? '![' : '](') : find(href, BEFORE_ADDRESS);
    const why = auto && href.startsWith(PRINTED) ? undefined : whyDead(href, of);
    if (why !== undefined) report(at, why);
    const [begin] = /^\uE000+/.exec(href) ?? [];
    if (begin !== undefined) printed.push({ offset: at, length: begin.length });
  };
  for (const block of markdown.parse(text, {})) {
    if (block.type === 'html_block') {
      const content = block.content.trimStart();
      report(lineStart(text, block.map?.[0] ?? 0) + block.content.length - content.length, ofHtml(content));
    }
    for (const token of flat(block.children ?? [])) {
      if (token.type === 'html_inline') report(find(token.content), ofHtml(token.content));
      if (token.type === 'link_open') address(String(token.attrGet('href') ?? ''), 'link', token.info === 'auto');
      if (token.type === 'image') {
        const from = text.indexOf('![', lineStart(text, block.map?.[0] ?? 0));
        address(String(token.attrGet('src') ?? ''), 'image', false);
        if (token.content.trim() === '')
          warn(Math.max(from, 0), 'say what the image shows, for who does not see it: ![what it shows](https://…)');
      }
    }
    reportNoLinks(block, text, report);
  }
  return printed;
};

/** What is no plain text is a mark, an address that stands for itself another. */
const wordsOf = ({ type, content, info }: Token): string => {
  if (type === 'text') return content;
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  return type === 'link_open' && info === 'auto' ? '\uE003' : '\uE002';
};

const reportNoLinks = (block: Token, text: string, report: Part['report']): void => {
  if (block.type !== 'inline') return;
  const start = lineStart(text, block.map?.[0] ?? 0);
  const words = (block.children ?? []).map(wordsOf).join('');
  for (const [pattern, message] of NO_LINKS) {
    const [match] = words.match(pattern) ?? [];
    if (match !== undefined)
      report(Math.max(start, text.indexOf(match.replace(/[\uE002\uE003]/g, ''), start)), message);
  }
};

/** A subject, a reason, a preview: no Markdown is read there. */
export const reportPlain = ({ name, text: whole, report }: Part): void => {
  const text = withoutLiquid(whole);
  const html = /<\/?[a-z][^<>\n]*>|<!--/i.exec(text);
  if (html) report(html.index, `\`${html[0]}\`: \`${name}\` is plain text, and HTML would be read as it stands`);
  const link = /!?\[[^\]\n]*\]\(/.exec(text);
  if (link) report(link.index, `\`${name}\` is plain text: a link would be read as it stands`);
  const bold = /\*\*[^*\n]+\*\*/.exec(text);
  if (bold) report(bold.index, `\`${name}\` is plain text: \`${bold[0]}\` would be read with its stars`);
};
