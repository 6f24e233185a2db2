const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const INK = '#1f2430';
const QUIET = '#5b6270';
const LINK = '#1a56a8';

/** By tag and by class of the layout's own elements. Some clients keep only what stands in the element itself. */
const INLINE: Record<string, string> = {
  '.page': 'margin:0;padding:0;background-color:#f3f4f6',
  '.whole': 'width:100%;border-collapse:collapse',
  '.preheader':
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:#f3f4f6',
  '.around': 'padding:24px 12px',
  '.column': 'width:100%;max-width:600px;margin:0 auto;border-collapse:separate',
  '.sender': `padding:0 32px 14px;${FONT};font-size:15px;line-height:22px;font-weight:600;color:${QUIET}`,
  '.letter': `padding:32px 32px 16px;background-color:#ffffff;border-radius:10px;${FONT};font-size:16px;line-height:25px;color:${INK};overflow-wrap:break-word;word-break:break-word`,
  '.footer': 'padding:20px 32px 8px',
  '.link': 'display:inline-block;margin:0 18px 4px 0',
  '.quiet': `${FONT};font-size:13px;line-height:20px;color:${QUIET}`,
  '.button': `display:inline-block;padding:12px 22px;border-radius:8px;background-color:${LINK};color:#ffffff;font-weight:600;text-decoration:none`,
  '.answers': 'margin:0 0 16px',
  '.answer': 'box-sizing:border-box;min-width:46px;margin:0 4px 10px 0;padding:12px 10px;text-align:center',
  '.meaning': `margin:0 0 8px;font-size:14px;line-height:21px;color:${QUIET}`,
  p: 'margin:0 0 16px',
  a: `color:${LINK};text-decoration:underline`,
  h1: `margin:0 0 16px;font-size:24px;line-height:31px;font-weight:650;color:${INK}`,
  h2: `margin:8px 0 12px;font-size:20px;line-height:27px;font-weight:650;color:${INK}`,
  h3: `margin:8px 0 8px;font-size:17px;line-height:25px;font-weight:650;color:${INK}`,
  ul: 'margin:0 0 16px;padding:0 22px',
  ol: 'margin:0 0 16px;padding:0 24px',
  li: 'margin:0 0 6px',
  blockquote: `margin:0 0 16px;padding:2px 14px 0;border-left:3px solid #c9ced8;color:${QUIET}`,
  code: 'font-family:ui-monospace,Menlo,Consolas,monospace;font-size:15px',
  pre: 'margin:0 0 16px;padding:12px;background-color:#f3f4f6;border-radius:6px;white-space:pre-wrap',
  hr: 'margin:24px 0;border:0;border-top:1px solid #dfe3ea',
  grid: 'margin:0 0 16px;border-collapse:collapse',
  img: 'max-width:100%;height:auto;border:0',
  cell: 'padding:6px 14px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid #dfe3ea',
};

/** What only a style sheet can say: narrow screens and dark ones. */
export const STYLE_SHEET = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .around { padding: 12px 0 !important; }
  .sender, .footer { padding-left: 18px !important; padding-right: 18px !important; }
  .letter { padding: 24px 18px 10px !important; border-radius: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background-color: #14161a !important; }
  .preheader { color: #14161a !important; }
  .letter { background-color: #1f2228 !important; color: #e8eaef !important; }
  .letter h1, .letter h2, .letter h3 { color: #f4f5f7 !important; }
  .letter a { color: #8ab8ff !important; }
  .letter a.button { background-color: #8ab8ff !important; color: #10131a !important; }
  .letter th, .letter td, .letter hr, .letter blockquote { border-color: #3a404b !important; }
  .letter pre { background-color: #14161a !important; }
  .letter blockquote, .letter .meaning, .sender, .quiet, .footer a { color: #a7aebb !important; }
}`;

/** Of the tables that the copy has; those of the layout have classes. */
const OF_TABLES: Record<string, string> = { table: 'grid', th: 'cell', td: 'cell' };

const styleOf = (tag: string, attributes: string): string => {
  const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [];
  const own = INLINE[classes.length === 0 ? (OF_TABLES[tag] ?? tag) : tag];
  return [own, ...classes.map((name) => INLINE[`.${name}`])].filter(Boolean).join(';');
};

/** The HTML with each element's style inline. Text in it is escaped, so every `<` begins a tag. */
export const inlineStyles = (html: string): string =>
  html.replace(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g, (whole, tag: string, attributes: string) => {
    const style = styleOf(tag, attributes);
    return style === '' ? whole : `<${tag}${attributes.replace(/\sstyle="[^"]*"/, '')} style="${style}">`;
  });
