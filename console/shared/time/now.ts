import { createContext, use } from 'react';

/** The stage's now, which locally runs in virtual time. Milliseconds. */
export const NowContext = createContext<number | undefined>(undefined);

export const useNow = (): number => use(NowContext) ?? Date.now();
