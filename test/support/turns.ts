import type { TakeTurn } from '../../functions/deliver/pace.ts';

/** Turns counted in memory. */
export const takeTurns = (): TakeTurn => {
  const next = new Map<string, number>();
  return async (line, every, now) => {
    const turn = Math.max(now, next.get(line) ?? 0);
    next.set(line, turn + every);
    return turn;
  };
};
