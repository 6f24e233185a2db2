/** How often somebody wants to hear from us, and when not: by the newest event of theirs that says so. */
export interface Wishes {
  frequency?: { choice: string; at: number };
  /** Without hours of their own the policy's count again. */
  hours?: { from?: string; to?: string; at: number };
}

const STRICTNESS = ['as-now', 'fewer', 'necessary'];

const rank = ({ from = '', to = '' }: NonNullable<Wishes['hours']>): string => `${from}-${to}`;

export const createRhythm = () => {
  const wishes: Wishes = {};

  const chooseFrequency = (choice: string, at: number, mergedAt: number): void => {
    const current = wishes.frequency;
    const isStricter = STRICTNESS.indexOf(choice) > STRICTNESS.indexOf(current?.choice ?? '');
    const isNewer = at > (current?.at ?? 0) && at > mergedAt;
    const isOlder = current && current.at > at;
    if (!current || isNewer || (isStricter && !isOlder)) wishes.frequency = { choice, at };
  };

  const chooseHours = (wish: NonNullable<Wishes['hours']>): void => {
    const current = wishes.hours;
    if (!current || current.at < wish.at || (current.at === wish.at && rank(current) < rank(wish))) wishes.hours = wish;
  };

  return {
    wishes,
    take: (type: string, at: number, { frequency, from, to }: Record<string, unknown>, mergedAt: number): void => {
      if (type === 'customer.frequency_chosen') chooseFrequency(String(frequency), at, mergedAt);
      if (type !== 'customer.hours_chosen') return;
      chooseHours(from === undefined ? { at } : { from: String(from), to: String(to), at });
    },
    /** Of two ids of one person the stricter frequency, and the newer hours. */
    absorb: ({ frequency, hours }: Wishes): void => {
      const own = wishes.frequency;
      const isStricter = STRICTNESS.indexOf(frequency?.choice ?? '') > STRICTNESS.indexOf(own?.choice ?? '');
      const strictest = isStricter ? frequency : own;
      if (strictest) wishes.frequency = { ...strictest, at: Math.max(own?.at ?? 0, frequency?.at ?? 0) };
      if (hours && (!wishes.hours || hours.at > wishes.hours.at)) wishes.hours = hours;
    },
    /** Their own quiet hours, where they chose any. */
    quiet: (): { from: string; to: string } | undefined => {
      const { from, to } = wishes.hours ?? {};
      return from === undefined || to === undefined ? undefined : { from, to };
    },
  };
};
