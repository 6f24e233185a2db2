import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Job } from '../../../functions/api/contract/jobs.ts';
import { useClient } from './client-context.ts';

const SOON = 700;

/** Long work, asked for again until it is over. It goes on while one looks elsewhere. */
export const useJob = (job: string | undefined): UseQueryResult<Job> => {
  const client = useClient();
  return useQuery({
    queryKey: ['readJob', job],
    queryFn: () => client('readJob', { params: { job: job ?? '' } }),
    enabled: job !== undefined,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? SOON : false),
  });
};
