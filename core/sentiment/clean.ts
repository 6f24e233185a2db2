import { isAutomaticText } from '../reply/automatic.ts';
import { withoutQuotations } from '../reply/quotations.ts';

/** More is not read: a mood shows early, and the cost stays flat. */
const MOST = 4_000;

/**
 * What the writer wrote: without what they answer, signature, addresses, mentions and markup; cut after 4,000
 * characters. Nothing where a machine wrote it.
 */
export const ownWords = (text: string): string => {
  const own = withoutQuotations(text).slice(0, MOST);
  if (isAutomaticText(own)) return '';
  const plain = own.toWellFormed().normalize('NFKC');
  // Most texts have nothing of it, which is soon seen.
  if (!/[@<&#]|:\/\/|www\./i.test(plain)) return plain;
  return plain
    .replace(/https?:\/\/\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}|[@]\w+/gi, ' ')
    .replace(/<\/?[a-z][^>]{0,200}>/gi, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/#(?=\p{L})/gu, '');
};
