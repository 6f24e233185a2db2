import type { TokenStore } from '../../functions/advance/tokens.ts';

/** Task tokens in memory, for as long as somebody waits for them. */
export const createMemoryTokens = (): TokenStore & { forget(token: string): void } => {
  const steps = new Map<string, Set<string>>();
  const stepOf = new Map<string, string>();
  const key = (enrolment: string, step: string): string => JSON.stringify([enrolment, step]);
  return {
    put: async (enrolment, step, token) => {
      const place = key(enrolment, step);
      steps.set(place, (steps.get(place) ?? new Set()).add(token));
      stepOf.set(token, place);
    },
    list: async (enrolment, step) => [...(steps.get(key(enrolment, step)) ?? [])].sort(),
    forget: (token) => {
      const place = stepOf.get(token);
      if (place === undefined) return;
      stepOf.delete(token);
      const tokens = steps.get(place);
      tokens?.delete(token);
      if (tokens?.size === 0) steps.delete(place);
    },
  };
};
