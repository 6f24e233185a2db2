/** List prices of us-east-1 in dollars per million, without free tiers; Lambda on ARM, which our functions run on. */
export const PRICES = {
  'SES messages': 100,
  'Step Functions Express requests': 1,
  'Step Functions GB-seconds': 16.67,
  'Scheduler invocations': 1,
  'DynamoDB write units': 0.625,
  'DynamoDB read units': 0.125,
  'Lambda requests': 0.2,
  'Lambda GB-seconds': 13.33,
  'SQS requests': 0.4,
  'EventBridge events': 1,
  'CloudWatch KB of logs': 0.5,
} as const;

export type Priced = keyof typeof PRICES;

/** How much of what. */
export type Bill = Record<Priced, number>;

const NAMES = Object.keys(PRICES) as Priced[];

const bill = (amount: (name: Priced) => number): Bill =>
  Object.fromEntries(NAMES.map((name) => [name, amount(name)])) as Bill;

export const emptyBill = (): Bill => bill(() => 0);

export const plus = (one: Bill, other: Bill, times = 1): Bill => bill((name) => one[name] + times * other[name]);

export const divided = (total: Bill, by: number): Bill => bill((name) => total[name] / by);

/** Dollars for a million of it, by name. */
export const dollars = (of: Bill): Bill => bill((name) => of[name] * PRICES[name]);

/** Dollars for a million, in all but the emails themselves. */
export const orchestration = (of: Bill): number =>
  Object.entries(dollars(of)).reduce((sum, [name, price]) => sum + (name === 'SES messages' ? 0 : price), 0);
