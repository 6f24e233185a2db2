import { createWithoutOurs } from '../../core/reply/our-words.ts';
import { withoutQuotations } from '../../core/reply/quotations.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { FOOTER_WORDS } from '../deliver/email/footer-words.ts';

/** A line of our footer: with its link, or else it may be somebody's question. */
const { why, preferences, unsubscribe } = FOOTER_WORDS;
const LABEL = `${why.replace('?', '\\?')}|${preferences}:?|${unsubscribe}(?: from [^\\n:]{1,80})?:?`;
const FOOTER = new RegExp(`^[ \\t>|]*(?:${LABEL})\\s{0,3}<?https?:\\S*`, 'gim');

/** More than any reply says; the rest is not looked at. */
const MOST = 64_000;

/**
 * What somebody wrote themselves in a text: without the copy of any moment, our footer, what they answer, and their signature.
 * All of it is made ready by the first text.
 */
export const createOwnLines = ({ moments }: Pick<Catalogue, 'moments'>): ((text: string) => string) => {
  let cut: ((text: string) => string) | undefined;
  return (text) => {
    cut ??= createWithoutOurs(
      Object.values(moments).flatMap(({ copy }) =>
        Object.values(copy).flatMap(({ because, body, sections }) => [because, body, ...Object.values(sections)]),
      ),
    );
    return withoutQuotations(cut(text.slice(0, MOST).replace(FOOTER, '')));
  };
};
