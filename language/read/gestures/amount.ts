import { z } from 'zod';
import type { Limit } from '../../catalogue/gesture.ts';

/** An amount of money: hundredths of a currency. */
export interface Money {
  amount: number;
  currency: string;
}

const MONEY = /^(\d{1,9})(?:\.(\d{1,2}))? ([A-Z]{3})$/;

const hundredths = (whole: string, part = ''): number => Number(whole) * 100 + Number(part.padEnd(2, '0'));

const readMoney = (text: string): Money | undefined => {
  const [, whole = '', part, currency = ''] = MONEY.exec(text) ?? [];
  return whole === '' ? undefined : { amount: hundredths(whole, part), currency };
};

/** Text such as `8 EUR` or `8.50 EUR`. */
export const WrittenMoney = z
  .string({ error: 'an amount such as `8 EUR`' })
  .regex(MONEY, { error: ({ input }) => `\`${input}\` is not an amount: write such as \`8 EUR\` or \`8.50 EUR\`` })
  .transform((text): Money => readMoney(text) ?? { amount: 0, currency: '' })
  .meta({ title: 'amount', description: 'An amount of money: `8 EUR`, `8.50 EUR`.' });

/** A limit as written: with its currency, if it is one of money. */
export type WrittenLimit = Limit & { currency?: string };

/** Text such as `200 EUR per month` or `10 per month`, for a period that is always the same. */
export const limitPer = (period: 'month' | 'quarter', description: string) =>
  z
    .string({ error: `a budget such as \`200 EUR per ${period}\`, or \`10 per ${period}\`` })
    .transform((text, context): WrittenLimit => {
      const [, size = ''] = new RegExp(`^(\\S.*) per ${period}$`).exec(text) ?? [];
      const money = readMoney(size);
      if (money) return { of: 'cost', most: money.amount, currency: money.currency };
      if (/^\d{1,9}$/.test(size)) return { of: 'times', most: Number(size) };
      context.addIssue({
        code: 'custom',
        message: `\`${text}\` is not a budget: write such as \`200 EUR per ${period}\`, or \`10 per ${period}\` of so many`,
      });
      return z.NEVER;
    })
    .meta({ title: 'budget', description });
