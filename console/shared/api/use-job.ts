import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Job } from '../../../functions/api/contract/jobs.ts';
import type { RouteName } from '../../../functions/api/contract/paths.ts';
import { useClient } from './client-context.ts';

const SOON = 700;

const NOTHING: readonly RouteName[] = [];

/**
 * Long work, asked for again until it is over. It goes on while one looks elsewhere.
 * Once it is over, the routes that it `changes` (always the same list) are asked again: before, they say what they said.
 */
export const useJob = (job: string | undefined, changes: readonly RouteName[] = NOTHING): UseQueryResult<Job> => {
  const client = useClient();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['readJob', job],
    queryFn: () => client('readJob', { params: { job: job ?? '' } }),
    enabled: job !== undefined,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? SOON : false),
  });
  const isOver = query.data !== undefined && query.data.state !== 'running';
  useEffect(() => {
    if (isOver) for (const changed of changes) void queries.invalidateQueries({ queryKey: [changed] });
  }, [isOver, changes, queries]);
  return query;
};
