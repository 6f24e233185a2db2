import { createWithoutOurs } from '../../core/reply/our-words.ts';
import { withoutQuotations } from '../../core/reply/quotations.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { escapeRegExp } from '../../language/catalogue/escape-reg-exp.ts';
import type { PageWord } from '../../language/catalogue/page-words/page-words.ts';
import { SHIPPED } from '../../language/catalogue/page-words/shipped.ts';

/** What our footer says of its links. */
const LABELS: readonly PageWord[] = [
  'footer.why',
  'common.preferences',
  'footer.unsubscribe',
  'footer.unsubscribe-from',
];

const PLACEHOLDER = /\{[a-z]+\}/g;

/** Whether a label says anything by itself: one that is a name alone could be any line. */
const isTelling = (label: string): boolean => /\p{L}/u.test(label.replaceAll(PLACEHOLDER, ''));

/** A label as a mail program gives it back, whatever it names. */
const patternOf = (label: string): string =>
  label
    .split(PLACEHOLDER)
    .map((part) => escapeRegExp(part).replace(/\s+/g, '\\s+'))
    .join('[^\\n:]{1,80}');

/** A line of our footer in any language, also as we ship it where a project says it otherwise by now: with its link, or else it may be somebody's question. */
const footerOf = (pages: Catalogue['pages'] = {}): RegExp => {
  const texts = [...Object.values(SHIPPED), ...Object.values(pages)].flatMap(
    (words: Readonly<Record<string, string>>) => LABELS.flatMap((label) => words[label] ?? []),
  );
  const labels = [...new Set(texts)].filter(isTelling);
  return new RegExp(`^[ \\t>|]*(?:${labels.map(patternOf).join('|')}):?\\s{0,3}<?https?:\\S*`, 'gim');
};

/** More than any reply says; the rest is not looked at. */
const MOST = 64_000;

/**
 * What somebody wrote themselves in a text: without the copy of any moment, our footer, what they answer, and their signature.
 * All of it is made ready by the first text.
 */
export const createOwnLines = ({
  moments,
  pages,
}: Pick<Catalogue, 'moments' | 'pages'>): ((text: string) => string) => {
  let cut: ((text: string) => string) | undefined;
  let footer: RegExp | undefined;
  return (text) => {
    footer ??= footerOf(pages);
    cut ??= createWithoutOurs(
      Object.values(moments).flatMap(({ copy }) =>
        Object.values(copy).flatMap(({ because, body, sections }) => [because, body, ...Object.values(sections)]),
      ),
    );
    return withoutQuotations(cut(text.slice(0, MOST).replace(footer, '')));
  };
};
