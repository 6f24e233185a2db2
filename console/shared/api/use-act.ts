import { useQueryClient } from '@tanstack/react-query';
import type { RouteName } from '../../../functions/api/contract/paths.ts';
import type { Answer, RequestInput } from '../../../functions/api/contract/routes.ts';
import { tell, tellFailure } from '../ui/tell.ts';
import { useClient } from './client-context.ts';
import { useOnce } from './use-once.ts';

export interface ActOptions<Name extends RouteName> {
  /** Routes whose answers it changes. */
  changes: RouteName[];
  /** What to say when it is done. */
  says?: (answer: Answer<Name>) => string;
  done?: (answer: Answer<Name>) => void;
}

/** Something that one does: says what came of it, and has what it changed asked for again. */
export const useAct = <Name extends RouteName>(name: Name, { changes, says, done }: ActOptions<Name>) => {
  const client = useClient();
  const queries = useQueryClient();
  return useOnce<Answer<Name>, RequestInput<Name>>({
    mutationFn: (request) => client(name, request),
    onSuccess: async (answer) => {
      if (says) tell(says(answer));
      done?.(answer);
      await Promise.all(changes.map((changed) => queries.invalidateQueries({ queryKey: [changed] })));
    },
    onError: tellFailure,
  });
};
