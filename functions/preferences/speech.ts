import type { Context } from 'hono';
import { customerZone } from '../../core/customer/model/customer-zone.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { type Speech, type Spoken, speechIn, spokenOf } from '../shared/speech.ts';

/** More than any browser asks for; what comes after is not looked at. */
const MOST_TAGS = 20;

/** What a browser asks for, the dearest first. */
const tagsOf = (c: Context): string[] =>
  (c.req.header('accept-language') ?? '')
    .split(',', MOST_TAGS)
    .map((one) => {
      const [tag = '', ...params] = one.split(';');
      const weight = Number(params.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean) ?? 1);
      return { tag, weight: Number.isFinite(weight) ? weight : 0 };
    })
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);

/** The language of a link's message, else the customer's own, else what the browser asks for; of those in which our pages speak. */
export const speechFor = (
  catalogue: Spoken,
  c: Context,
  { state, locale }: { state?: CustomerState | undefined; locale?: string | undefined } = {},
): Speech => {
  const own = state?.attributes.locale?.value;
  const tags = [locale, typeof own === 'string' ? own : undefined].flatMap((tag) => tag ?? []);
  return speechIn(catalogue, spokenOf(catalogue, [...tags, ...tagsOf(c)]), customerZone(state, catalogue));
};
