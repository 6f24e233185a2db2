import { languageOf } from '../../../language/catalogue/locale.ts';
import { inlineStyles, STYLE_SHEET } from './style.ts';

export interface Footer {
  /** Why the customer got this, in a sentence. */
  because: string;
  links: { label: string; url: string }[];
  /** Language tag of what the links say. */
  linksLocale: string;
  sender: { name: string; postal?: string };
}

export interface Letter {
  subject: string;
  /** What an inbox shows beside the subject. */
  preheader: string;
  /** HTML of our own renderer: no attribute in it but `href`, `src`, `alt`, `width`, `start`, `aria-label`, the classes of buttons and the alignment of table cells. */
  body: string;
  /** Language tag. */
  locale: string;
  footer: Footer;
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!);

/** Keeps the words of the body out of the preview, which would else run on into them. */
const PADDING = '&#847;&zwnj;&nbsp;'.repeat(60);
const RIGHT_TO_LEFT = /^(ar|fa|he|ur)(-|$)/i;

const linksHtml = (links: Footer['links']): string =>
  links.map(({ label, url }) => `<a class="quiet link" href="${escapeHtml(url)}">${escapeHtml(label)}</a>`).join('\n');

const footerHtml = ({ because, links, linksLocale, sender }: Footer, locale: string): string =>
  [
    because && `<p class="quiet">${escapeHtml(because)}</p>`,
    links.length > 0 &&
      `<p class="quiet"${languageOf(linksLocale) === languageOf(locale) ? '' : ` lang="${escapeHtml(linksLocale)}"`}>${linksHtml(links)}</p>`,
    `<p class="quiet">${[sender.name, sender.postal ?? ''].filter(Boolean).map(escapeHtml).join('<br>')}</p>`,
  ]
    .filter(Boolean)
    .join('\n');

/** One column of at most 600 px in tables, styles inline, so that old and new mail clients show the same letter. */
export const layout = ({ subject, preheader, body, locale, footer }: Letter): string => {
  const direction = RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(subject)}</title>
<style>
${STYLE_SHEET}
</style>
</head>
${inlineStyles(`<body class="page">
<div class="preheader">${escapeHtml(preheader)}${PADDING}</div>
<table class="page whole" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="around" align="center">
<!--[if mso]><table class="mso" role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td class="mso"><![endif]-->
<table class="column" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="sender">${escapeHtml(footer.sender.name)}</td></tr>
<tr><td class="letter">
${body}
</td></tr>
<tr><td class="footer">
${footerHtml(footer, locale)}
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>`)}
</html>
`;
};
