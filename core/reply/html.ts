const IS_HTML = /<(html|body|div|p|br|blockquote|table|span|td)\b[^<>]{0,2000}>/i;
const HIDDEN = /<(style|script|head|title)\b[^<>]{0,2000}>[\s\S]*?(<\/\1\s*>|$)|<!--[\s\S]*?(-->|$)/gi;
/** Where Gmail, Outlook, Yahoo, Apple and Thunderbird begin what is answered; nothing of one's own follows. */
const BEGINS_QUOTE =
  /<[a-z]+\b[^<>]{0,500}\b(class|id)\s*=\s*["']?[^"'<>]{0,200}\b(gmail_quote|gmail_attr|gmail_extra|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|appendonsend|OutlookMessageHeader|protonmail_quote|zmail_extra)/i;
const QUOTE = /<(\/?)blockquote\b[^<>]{0,2000}>/gi;
const BREAK = /<(br|\/?(p|div|tr|li|ul|ol|h[1-6]|table|body|html|hr))\b[^<>]{0,2000}>/gi;
const TAG =
  /<\/?(a|abbr|b|big|blockquote|body|center|code|col|colgroup|dd|dl|dt|em|font|form|html|i|img|input|label|link|meta|o:p|pre|s|section|small|span|strike|strong|sub|sup|tbody|td|tfoot|th|thead|tt|u|wbr)\b[^<>]{0,2000}>/gi;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Without what stands in `<blockquote>`, also in one of another and in one that nobody closes. */
const withoutQuotes = (html: string): string => {
  let depth = 0;
  let from = 0;
  let rest = '';
  for (const { 0: tag, 1: slash, index } of html.matchAll(QUOTE)) {
    if (depth === 0) rest += `${html.slice(from, index)}\n`;
    depth = Math.max(0, slash ? depth - 1 : depth + 1);
    from = index + tag.length;
  }
  return depth === 0 ? rest + html.slice(from) : rest;
};

const charOf = (entity: string, name: string): string => {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
};

/** Lines of what the writer of an HTML mail wrote: without what it quotes. Other text stays as it is. */
export const linesOfHtml = (text: string): string => {
  if (!IS_HTML.test(text)) return text;
  const visible = text.replace(HIDDEN, ' ');
  const quoteAt = visible.search(BEGINS_QUOTE);
  return withoutQuotes(quoteAt < 0 ? visible : visible.slice(0, quoteAt))
    .replace(BREAK, '\n')
    .replace(TAG, '')
    .replace(/&(#?\w{1,8});/g, charOf);
};
