import type { Token } from 'markdown-it';

interface Link {
  href: string;
  /** The address is what it says. */
  auto: boolean;
  /** Where its words begin in the line. */
  from: number;
}

const linkEnd = (line: string, link: Link): string => {
  const words = line.slice(link.from);
  return link.auto || words === link.href || words === link.href.replace(/^(mailto|tel):/, '') ? '' : ` (${link.href})`;
};

const linkStart = (token: Token, from: number): Link => ({
  href: String(token.attrGet('href') ?? ''),
  auto: token.info === 'auto',
  from,
});

const inline = (tokens: Token[]): string => {
  let line = '';
  const links: Link[] = [];
  for (const token of tokens) {
    if (token.type === 'link_open') links.push(linkStart(token, line.length));
    else if (token.type === 'link_close') line += linkEnd(line, links.pop()!);
    else if (token.type === 'softbreak' || token.type === 'hardbreak') line += '\n';
    else if (token.type === 'image') line += token.children ? inline(token.children) : '';
    else line += token.content;
  }
  return line;
};

interface List {
  ordered: boolean;
  next: number;
}

/** Puts `first` before the first line and as much white space, or `rest`, before the others. */
const hang = (text: string, first: string, rest = ' '.repeat(first.length)): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n');

/** The blocks from `start` to the token that closes the one around them, and where that is. */
const blocks = (tokens: Token[], start: number, list?: List): { text: string; end: number } => {
  const parts: string[] = [];
  let index = start;
  let tight = false;
  while (index < tokens.length && tokens[index]!.nesting >= 0) {
    const token = tokens[index]!;
    if (token.nesting === 1) {
      tight ||= token.type === 'paragraph_open' && token.hidden;
      const inner = blocks(tokens, index + 1, listOf(token));
      parts.push(frame(token, inner.text, list));
      index = inner.end + 1;
    } else {
      parts.push(leaf(token));
      index += 1;
    }
  }
  const texts = parts.filter((text) => text !== '');
  const lines = tight || (list && texts.every((text) => !text.includes('\n\n')));
  return { text: texts.join(lines ? '\n' : '\n\n'), end: index };
};

const listOf = (token: Token): List | undefined => {
  if (token.type === 'ordered_list_open') return { ordered: true, next: Number(token.attrGet('start') ?? 1) };
  return token.type === 'bullet_list_open' ? { ordered: false, next: 0 } : undefined;
};

const frame = (token: Token, text: string, list?: List): string => {
  if (token.type === 'blockquote_open') return hang(text, '> ', '> ');
  if (token.type === 'list_item_open') return hang(text, list?.ordered ? `${list.next++}. ` : '- ');
  if (token.type === 'tr_open') return text.replaceAll('\n\n', ' | ');
  if (/^t(able|head|body)_open$/.test(token.type)) return text.replaceAll('\n\n', '\n');
  return text;
};

const leaf = (token: Token): string => {
  if (token.type === 'inline') return inline(token.children ?? []);
  return token.type === 'hr' ? '---' : token.content.replace(/\n$/, '');
};

/** Markdown tokens as a text that reads well by itself; a link is its words and then its address. */
export const toText = (tokens: Token[]): string => blocks(tokens, 0).text.trim();
