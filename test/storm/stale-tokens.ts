import type { TokenStore } from '../../functions/advance/tokens.ts';
import type { Agenda } from './agenda.ts';

/** Eventually consistent: a token is seen a second after it was written. */
export const createStaleTokens = (tokens: TokenStore, agenda: Agenda): TokenStore => {
  const written = new Map<string, number>();
  return {
    put: async (enrolment, step, token) => {
      written.set(token, agenda.now);
      await tokens.put(enrolment, step, token);
    },
    list: async (enrolment, step) => {
      const all = await tokens.list(enrolment, step);
      return all.filter((token) => (written.get(token) ?? 0) < agenda.now - 1000);
    },
  };
};
