import { fallbacksOf, languageOf, writtenLocale } from '../../../language/catalogue/locale.ts';
import { memoizeByKey } from '../../../language/catalogue/memoize-by-key.ts';
import type { Copy, Moment } from '../../../language/catalogue/moment.ts';

/** The tag as standards write it; empty where it is none. */
const canonical = memoizeByKey((tag = '') => writtenLocale(tag) ?? '');

/**
 * The copy that is nearest to the customer's locale, and the locale to print dates and amounts in. Those follow the
 * language of the copy: a customer in Germany who gets the English text is not given a German date in it.
 */
export const chooseCopy = (
  moment: Moment,
  customerLocale: string | undefined,
  ofDefault: string,
): { key: string; copy: Copy | undefined; locale: string } => {
  const tag = customerLocale === undefined ? undefined : canonical(customerLocale) || undefined;
  const key = tag && fallbacksOf(tag).find((each) => each !== 'default' && Object.hasOwn(moment.copy, each));
  if (tag && key) return { key, copy: moment.copy[key], locale: tag };
  const same = tag?.includes('-') && languageOf(tag) === languageOf(ofDefault);
  return { key: 'default', copy: moment.copy.default, locale: tag && same ? tag : ofDefault };
};
