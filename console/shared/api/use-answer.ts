import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { RouteName } from '../../../functions/api/contract/paths.ts';
import type { Answer, RequestInput } from '../../../functions/api/contract/routes.ts';
import { useClient } from './client-context.ts';

export interface AnswerOptions {
  /** Milliseconds. */
  refetchInterval?: number;
  /** Not yet. */
  enabled?: boolean;
}

/** What a route answers, kept under its name and what was asked. */
export const useAnswer = <Name extends RouteName>(
  name: Name,
  request: RequestInput<Name>,
  options: AnswerOptions = {},
): UseQueryResult<Answer<Name>> => {
  const client = useClient();
  return useQuery({ queryKey: [name, request], queryFn: () => client(name, request), ...options });
};
