import { refusal } from '../../../core/customer/commands/apply-work.ts';
import { isOpenWork } from '../../../core/customer/model/listed-work.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Work } from '../../../core/customer/model/work.ts';
import { ownValue } from '../../../core/own-value.ts';
import type { ColleagueWord } from '../../../language/catalogue/work.ts';
import type { WhichWork } from '../../shared/stores/queue.ts';
import type { ParsedRequest } from '../contract/routes.ts';
import type { Task } from '../contract/work.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asking, Handlers } from '../handlers.ts';
import { noCustomer, notFound, Refused } from '../problem.ts';
import { COUNT } from './journeys.ts';
import { createTellWork, createWorkLists, type FoundWork } from './work-lists.ts';

type Names = 'listTasks' | 'customerTasks' | 'takeTask' | 'returnTask' | 'doneTask' | 'declineTask' | 'noteTask';

const whichOf = ({ list, team }: ParsedRequest<'listTasks'>['query'], me: string): WhichWork => ({
  list: list === 'mine' ? 'taken' : list,
  ...(list === 'mine' && { by: me }),
  ...(team !== undefined && { team }),
});

const byNeed = ({ work: one }: FoundWork, { work: other }: FoundWork): number =>
  Number(isOpenWork(other)) - Number(isOpenWork(one)) ||
  (isOpenWork(one) ? one.rank - other.rank : (other.since ?? 0) - (one.since ?? 0));

/** How work will be when the stage has taken what was said of it. */
const after = (
  work: Work,
  word: Exclude<ColleagueWord, 'note'>,
  by: string,
  text: string | undefined,
  now: number,
): Work => {
  const { by: _, since: __, said: ___, ...rest } = work;
  if (word === 'returned') return { ...rest, state: 'open' };
  return { ...rest, state: word, by, since: now, ...(text !== undefined && { said: text }) };
};

/** The event that says so: the console changes no customer by itself. */
const EVENTS: Record<ColleagueWord, string> = {
  taken: 'agent.task_taken',
  returned: 'agent.task_returned',
  done: 'agent.task_done',
  declined: 'agent.task_declined',
  note: 'agent.note_added',
};

export const taskHandlers = (deps: ApiDeps): Pick<Handlers, Names> => {
  const { customers, intake, clock } = deps;

  const tell = createTellWork(deps);
  const listWork = createWorkLists(deps);

  const load = async (customer: string): Promise<CustomerState> => {
    const person = await customers.load(customer);
    if (person) return person.state;
    throw noCustomer(customer);
  };

  const find = async (customer: string, task: string): Promise<FoundWork> => {
    const state = await load(customer);
    const work = ownValue(state.tasks ?? {}, task);
    if (work) return { id: task, work, state };
    throw notFound('task', task, 'It may be over since long, or its customer is erased: look at the list again.');
  };

  const act = async (
    word: ColleagueWord,
    { customer, task, ...fields }: { customer: string; task: string } & Record<string, string | undefined>,
    asking: Asking,
  ): Promise<Task> => {
    const foundWork = await find(customer, task);
    const by = asking.caller.user.name;
    const refused = word === 'note' ? undefined : refusal({ status: word, by, at: clock.now() }, task, foundWork.work);
    if (refused) throw new Refused(409, `${inWords(refused, task)} Look at the list again.`);
    const detail = { customerId: foundWork.state.id, task, by, ...fields };
    await intake.publish([{ type: EVENTS[word], detail }]);
    asking.did({ before: { state: foundWork.work.state }, after: { state: word } });
    const work =
      word === 'note' ? foundWork.work : after(foundWork.work, word, by, fields.outcome ?? fields.reason, clock.now());
    const [answer] = await tell([{ ...foundWork, work }], asking);
    return answer as Task;
  };

  return {
    listTasks: ({ query: { after, count = COUNT, ...query } }, asking) =>
      listWork(whichOf(query, asking.caller.user.name), { count, after }, asking),

    customerTasks: async ({ params: { customer } }, asking) => {
      const state = await load(customer);
      const all = Object.entries(state.tasks ?? {}).map(([id, work]): FoundWork => ({ id, work, state }));
      return { items: await tell(all.sort(byNeed), asking) };
    },

    takeTask: ({ body }, asking) => act('taken', body, asking),
    returnTask: ({ body }, asking) => act('returned', body, asking),
    doneTask: ({ body }, asking) => act('done', body, asking),
    declineTask: ({ body }, asking) => act('declined', body, asking),
    noteTask: ({ body }, asking) => act('note', body, asking),
  };
};

/** As whoever clicked reads it: the task is the one before them. */
const inWords = (refused: string, task: string): string =>
  `${refused.replace(`task ${task} is`, 'This task is').replace(`nobody has taken task ${task}`, 'Nobody has taken this task')}.`;
