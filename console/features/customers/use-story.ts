import { type InfiniteData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { Story } from '../../../functions/api/contract/customers.ts';
import { useClient } from '../../shared/api/client-context.ts';

/** Somebody's story, a page of their past after the other. */
export const useStory = (customer: string) => {
  const client = useClient();
  const { data, ...query } = useInfiniteQuery<Story, Error, InfiniteData<Story>, QueryKey, string | undefined>({
    queryKey: ['readCustomer', { params: { customer } }, 'pages'],
    queryFn: ({ pageParam }) => client('readCustomer', { params: { customer }, query: { after: pageParam } }),
    initialPageParam: undefined,
    getNextPageParam: ({ older }) => older,
  });
  const [first] = data?.pages ?? [];
  const lines = data?.pages.flatMap(({ timeline }) => timeline) ?? [];
  return { ...query, data: first && { story: first, lines } };
};
