import type { GestureBudget, GestureKind } from '../../../functions/api/contract/gestures.ts';
import { number } from './count.ts';

const money = (hundredths: number, currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(
    hundredths / 100,
  );

/** `€295`, or how often. */
export const amount = (value: number, { of }: Pick<GestureBudget, 'of'>, currency: string): string =>
  of === 'cost' ? money(value, currency) : number(value);

const WHOSE: Record<GestureBudget['scope'], string> = {
  agent: 'for you this month',
  customer: 'for this customer this quarter',
  stage: 'for everybody this month',
};

/** `3 of 5 left for you this month`; after the amount itself: `of €300 left for you this month`. */
export const budgetInWords = (budget: GestureBudget, currency: string, after?: 'left'): string => {
  const { used, most, scope } = budget;
  const of = `of ${amount(most, budget, currency)} left ${WHOSE[scope]}`;
  return after === 'left' ? of : `${amount(most - used, budget, currency)} ${of}`;
};

const WORTH = {
  points: (value: number): string => `${number(value)} points`,
  days: (value: number): string => `${number(value)} days`,
};

/** What it is worth to them, and what it costs us, where that is not the same. */
export const costInWords = ({ worth, cost }: Pick<GestureKind, 'worth' | 'cost'>, currency: string): string => {
  const costs = cost === 0 ? 'costs us nothing' : `costs us ${money(cost, currency)}`;
  if (!worth) return costs;
  if (worth.in === 'money')
    return worth.amount === cost ? money(cost, currency) : `${money(worth.amount, currency)}, ${costs}`;
  return `${WORTH[worth.in](worth.amount)}, ${costs}`;
};
