import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { RouteName } from '../../../functions/api/contract/paths.ts';

interface Page {
  items: unknown[];
  next?: string | undefined;
}

/** A list of the API, a page after the other. `read` asks for the page after a cursor; `first` is the first of them. */
export const usePages = <Of extends Page>(
  name: RouteName,
  request: unknown,
  read: (after: string | undefined) => Promise<Of>,
) => {
  const { data, ...query } = useInfiniteQuery<Of, Error, InfiniteData<Of>, QueryKey, string | undefined>({
    queryKey: [name, request, 'pages'],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    // What one narrows stays until what is left of it is there.
    placeholderData: keepPreviousData,
  });
  const items: Of['items'][number][] | undefined = data?.pages.flatMap((page) => page.items);
  return { ...query, first: data?.pages[0], data: items };
};
