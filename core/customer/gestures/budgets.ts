import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Gestures, Limit, Limits, Scope } from '../../../language/catalogue/gesture.ts';
import { digest } from '../../hash.ts';
import { ownValue } from '../../own-value.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import { monthOf, quarterOf } from './period.ts';
import { countedGestures } from './records.ts';

/** What giving takes of a budget that is counted outside of the item: hundredths, or one time. */
export interface Demand {
  /** Under which the budget is counted: of whom, of which kind, in which month. */
  key: string;
  scope: Exclude<Scope, 'customer'>;
  of: Limit['of'];
  amount: number;
  most: number;
}

type WithGestures = Catalogue & { gestures: Gestures };

/** The limits in one scope: of all kinds, and of the kind itself. */
const limitsOn = (
  { gestures }: WithGestures,
  kind: string,
  scope: keyof Limits,
): { of: 'all' | 'kind'; limit: Limit }[] => {
  const own = ownValue(gestures.kinds, kind)?.limits[scope];
  const all = gestures.limits[scope];
  return [...(all ? [{ of: 'all' as const, limit: all }] : []), ...(own ? [{ of: 'kind' as const, limit: own }] : [])];
};

const amountOf = ({ gestures }: WithGestures, kind: string, { of }: Limit): number =>
  of === 'times' ? 1 : (ownValue(gestures.kinds, kind)?.cost ?? 0);

interface Giving {
  by?: string | undefined;
  at: Millis;
}

/** Under which a budget is counted. Hashed: who gave how much is no name in a key. */
const keyOf = (scope: Demand['scope'], kind: string | undefined, { of }: Limit, month: string, by = ''): string =>
  [scope === 'agent' ? `agent/${digest([by], 16)}` : 'stage', ...(kind === undefined ? [] : [kind]), of, month].join(
    '/',
  );

const SHARED = ['agent', 'stage'] as const;

/** What the counters of agents and of the stage have to let through; nothing of what costs nothing. */
export const demandsOf = (catalogue: WithGestures, kind: string, { by, at }: Giving): Demand[] => {
  const month = monthOf(at, catalogue.policy.zone);
  return SHARED.filter((scope) => by !== undefined || scope === 'stage').flatMap((scope) =>
    limitsOn(catalogue, kind, scope).flatMap(({ of, limit }): Demand[] => {
      const amount = amountOf(catalogue, kind, limit);
      const key = keyOf(scope, of === 'kind' ? kind : undefined, limit, month, by);
      return amount === 0 ? [] : [{ key, scope, of: limit.of, amount, most: limit.most }];
    }),
  );
};

/** The budgets of all kinds together that others count, with nothing taken of them. */
export const sharedBudgets = (catalogue: WithGestures, { by, at }: Giving): Demand[] => {
  const month = monthOf(at, catalogue.policy.zone);
  return SHARED.flatMap((scope): Demand[] => {
    const limit = catalogue.gestures.limits[scope];
    if (!limit) return [];
    return [{ key: keyOf(scope, undefined, limit, month, by), scope, of: limit.of, amount: 0, most: limit.most }];
  });
};

/** What a customer was given in this quarter under a limit. */
export const usedBy = (
  state: CustomerState,
  kind: string | undefined,
  of: Limit['of'],
  now: Millis,
  catalogue: Catalogue,
): number => {
  const { zone } = catalogue.policy;
  const quarter = quarterOf(now, zone);
  return countedGestures(state, now, catalogue)
    .filter((record) => quarterOf(record.at, zone) === quarter && (kind === undefined || record.kind === kind))
    .reduce((sum, { cost }) => sum + (of === 'times' ? 1 : cost), 0);
};

/** A budget of this customer: what is used of it. */
export interface CustomerBudget {
  of: 'all' | 'kind';
  limit: Limit;
  used: number;
}

export const customerBudgets = (
  state: CustomerState,
  kind: string,
  now: Millis,
  catalogue: WithGestures,
): CustomerBudget[] =>
  limitsOn(catalogue, kind, 'customer').map(({ of, limit }) => ({
    of,
    limit,
    used: usedBy(state, of === 'kind' ? kind : undefined, limit.of, now, catalogue),
  }));

/** Whether the customer's own budgets have room for one more of a kind. */
export const hasRoomForGesture = (state: CustomerState, kind: string, now: Millis, catalogue: WithGestures): boolean =>
  customerBudgets(state, kind, now, catalogue).every(
    ({ limit, used }) => used + amountOf(catalogue, kind, limit) <= limit.most,
  );
