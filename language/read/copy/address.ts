import { nearest } from '../yaml/lookup.ts';
import { PRINTED, TAG } from './without-liquid.ts';

const WHERE = { link: '[Text](https://…)', image: '![what it shows](https://…)' };
export type AddressOf = keyof typeof WHERE;

const SECOND_QUESTION =
  'an address has one `?`: between two parameters stands `&`, such as `https://example.com/?a=1&b=2`';

const RELATIVE = (href: string) =>
  `\`${href}\` leads to nowhere from a message: write the whole address, such as \`https://example.com${href.startsWith('/') ? '' : '/'}${href}\``;

const bySchemeless = (href: string): string => {
  if (/^(\/|#|\?|\.)/.test(href)) return href.startsWith('//') ? `write \`https:${href}\`` : RELATIVE(href);
  if (/^[^@/\s]+@[^@/\s]+\.\w+$/.test(href)) return `write \`mailto:${href}\``;
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/u.test(href))
    return `without \`https://\` it is no link: write \`https://${href}\``;
  return RELATIVE(href);
};

const byScheme = (scheme: string, href: string): string | undefined => {
  const schemes = ['https', 'http', 'mailto', 'tel'];
  const lower = scheme.toLowerCase();
  if (!schemes.includes(lower)) {
    const near = nearest(lower, schemes);
    return near === undefined
      ? `\`${scheme}:\` leads to nowhere from a message: write an address with \`https://\`, \`mailto:\` or \`tel:\``
      : `\`${scheme}:\`: did you mean \`${near}:${near.startsWith('http') ? '//' : ''}\`?`;
  }
  const rest = href.slice(scheme.length + 1);
  if (lower === 'mailto')
    return rest.includes('@') || rest.includes(PRINTED) ? undefined : '`mailto:` wants an email address';
  if (lower === 'tel')
    return /[\d\uE000]/.test(rest) ? undefined : '`tel:` wants a number, such as `tel:+442071838750`';
  return byHost(lower, rest);
};

const byHost = (scheme: string, rest: string): string | undefined => {
  if (!rest.startsWith('//')) return `after \`${scheme}:\` stands \`//\``;
  const [host = ''] = rest.slice(2).split(/[/?#]/);
  if (host.includes(PRINTED) || host.includes(TAG)) return undefined;
  const name = host.replace(/^.*@|:\d*$/g, '');
  if (/^(localhost|127\.|0\.0\.0\.0|\[::1\])/.test(name))
    return `\`${name}\` is your own machine: customers have another`;
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(name)
    ? undefined
    : `\`${host}\` is no host: write such as \`https://example.com/\``;
};

/** Why an address in copy leads nobody anywhere, if so. Letters of Liquid are blanked. */
export const whyDead = (href: string, of: AddressOf): string | undefined => {
  if (href.trim() === '') return `there is no address: write ${WHERE[of]}`;
  if ((href.match(/\?/g) ?? []).length > 1) return SECOND_QUESTION;
  if (href.startsWith(PRINTED))
    return /^\uE000+[^#]*\?/.test(href)
      ? 'the address that is printed here may have a `?` of its own: give the whole address in the event'
      : undefined;
  if (href.startsWith(TAG)) return undefined;
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(href) ?? [];
  const why = scheme === undefined || scheme.includes('.') ? bySchemeless(href) : byScheme(scheme, href);
  if (why !== undefined || of === 'link') return why;
  return scheme?.toLowerCase() === 'https' ? undefined : 'mail clients show images from `https://` only';
};
