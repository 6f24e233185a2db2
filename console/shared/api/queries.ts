import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../../functions/api/contract/client.ts';

/** What another look would not change. */
const isFinal = (error: Error): boolean =>
  error instanceof ApiProblem && error.problem.status < 500 && error.problem.status !== 429;

const TRIES = 2;
const FRESH = 10_000;

/** Answers are kept while one looks around, and asked for again when one comes back. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // Who is offline is told so, and what runs on this machine answers all the same.
      queries: {
        staleTime: FRESH,
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => failures < TRIES && !isFinal(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
