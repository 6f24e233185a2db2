import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Answer, RequestInput } from '../../../functions/api/contract/routes.ts';
import type { Task } from '../../../functions/api/contract/work.ts';
import { useClient } from '../api/client-context.ts';
import { useOnce } from '../api/use-once.ts';
import { tell, tellFailure } from '../ui/tell.ts';

export type TaskAct = 'takeTask' | 'returnTask' | 'doneTask' | 'declineTask' | 'noteTask';

/** Answers in which tasks stand. */
const LISTS = ['listTasks', 'customerTasks', 'crowdTasks'] as const;

/** A stage takes what was said in seconds: then it is looked whether it has. */
const TAKEN_BY = 3000;

interface Listed {
  items: Task[];
}

type Cached = Listed | { pages: Listed[] } | undefined;

const withTask = <Of extends Listed>(list: Of, task: Task): Of => ({
  ...list,
  items: list.items.map((one) => (one.id === task.id ? task : one)),
});

/** Shows a task as it will be, wherever it stands. */
const show = (queries: QueryClient, task: Task): void => {
  for (const name of LISTS)
    queries.setQueriesData<Cached>({ queryKey: [name] }, (cached) => {
      if (!cached) return cached;
      return 'pages' in cached
        ? { ...cached, pages: cached.pages.map((page) => withTask(page, task)) }
        : withTask(cached, task);
    });
};

/**
 * Says something of a task: shown at once, asked for again when the stage has taken it. Of two who take a task at once the second is
 * told who has it.
 */
export const useTaskAct = <Name extends TaskAct>(name: Name, says: string, done: () => void = () => {}) => {
  const client = useClient();
  const queries = useQueryClient();
  const lookAgain = async ({ id, customer }: Task): Promise<void> => {
    if (name === 'takeTask') {
      const { items } = await client('customerTasks', { params: { customer } });
      const now = items.find((one) => one.id === id);
      if (now?.state === 'taken' && !now.isMine)
        tellFailure(new Error(`${now.by ?? 'A colleague'} was faster, and has this task.`));
    }
    for (const changed of [...LISTS, 'readCrowd', 'listCrowds', 'listTeams', 'readCustomer'])
      await queries.invalidateQueries({ queryKey: [changed] });
  };
  return useOnce<Answer<Name>, RequestInput<Name>>({
    mutationFn: (request) => client(name, request),
    onSuccess: (task: Task) => {
      tell(says);
      show(queries, task);
      done();
      setTimeout(() => void lookAgain(task).catch(tellFailure), TAKEN_BY);
    },
    onError: (error) => {
      tellFailure(error);
      for (const changed of LISTS) void queries.invalidateQueries({ queryKey: [changed] });
    },
  });
};
