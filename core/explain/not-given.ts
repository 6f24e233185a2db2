import type { NotGiven } from '../../language/catalogue/gesture.ts';
import { type RefusedKind, refusedKind } from '../customer/model/refused-kind.ts';
import { list } from './tell.ts';
import { NOT_GIVEN } from './words/not-given.ts';

const BUDGET = 'more room in its budgets';

/** What a kind would have taken to be given; where this does not say, another one. */
const TAKES: Partial<Record<NotGiven, string>> = {
  'account-closed': 'an account',
  'too-dear': 'a higher `atMost` at its step',
  lately: 'a longer time since the last of its kind',
  cap: 'room under the caps on gestures and on its event',
  'customer-budget': BUDGET,
  'agent-budget': BUDGET,
  'stage-budget': BUDGET,
};

const whysOf = ({ why, also = [] }: RefusedKind): NotGiven[] => [why, ...also];

/** All that it would have taken for a kind to be given. */
const takenByOne = (one: RefusedKind): string => {
  const takes = whysOf(one).map((why) => TAKES[why]);
  // Whom a kind does not fit is not helped by more of anything.
  return takes.includes(undefined) ? 'another kind that fits them' : list([...new Set(takes)] as string[]);
};

/** What it would have taken for one of these kinds to be given, or, with `isEach`, for all of them. */
export const takenBy = (kinds: readonly RefusedKind[], isEach = false): string => {
  const ways = [...new Set(kinds.map(takenByOne))];
  return ways.join(isEach ? ', and ' : ', or ');
};

/** What the kinds that a cap kept back would have taken besides; undefined where the cap alone kept one of them back. */
export const takenBeside = (kinds: readonly RefusedKind[] = []): string | undefined => {
  const others = kinds.map(({ kind, also = [] }) => refusedKind(kind, also));
  const besides = others.flatMap((one) => one ?? []);
  return besides.length > 0 && besides.length === kinds.length ? takenBy(besides) : undefined;
};

/** `“credit-7-days”: they were given it lately; it costs more than this is to cost.` */
export const refusedInWords = (one: RefusedKind): string =>
  `“${one.kind}”: ${whysOf(one)
    .map((why) => NOT_GIVEN[why])
    .join('; ')}.`;
