import { listedAt } from '../../../core/customer/model/listed-work.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Work } from '../../../core/customer/model/work.ts';
import { ownValue } from '../../../core/own-value.ts';
import type { WhichWork } from '../../shared/stores/queue.ts';
import type { Task } from '../contract/work.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asking } from '../handlers.ts';
import type { PageAsked, Paged } from '../ports.ts';
import { taskOf } from '../story/task.ts';
import { withCursor } from '../with-cursor.ts';

/** Work as it stands in its customer's item. */
export interface FoundWork {
  id: string;
  work: Work;
  state: CustomerState;
}

/** Tells work with the words by which it was given. */
export const createTellWork =
  ({ tasks, clock, running }: Pick<ApiDeps, 'tasks' | 'clock' | 'running'>) =>
  async (all: readonly FoundWork[], { caller }: Pick<Asking, 'caller'>): Promise<Task[]> => {
    const { catalogue } = (await running()).project;
    const entries = await tasks.words(
      all.map(({ id, work, state }) => ({ customer: work.customer ?? state.id, task: id, at: work.at })),
    );
    const telling = { now: clock.now(), catalogue, me: caller.user.name };
    return all.map((one, place) => taskOf({ ...one, entry: entries[place] }, telling));
  };

/** Whether work is still in the list in which it was found. The lists lag behind by seconds: what stands in the item counts. */
const isStill = (work: Work, { list, by, of }: WhichWork): boolean =>
  listedAt(work).list === list &&
  (by === undefined || work.by === by) &&
  (of ? work.crowd === of.crowd : list !== 'open' || work.crowd === undefined);

/** A page of a list of work. Throws Refused. */
export const createWorkLists = (deps: ApiDeps) => {
  const { queue, customers } = deps;
  const tell = createTellWork(deps);
  return async (which: WhichWork, page: PageAsked, asking: Pick<Asking, 'caller'>): Promise<Paged<Task>> => {
    const { items, next } = await withCursor(page.after, () => queue.page(which, page));
    const states = await customers.loadAll([...new Set(items.map(({ customer }) => customer))]);
    const byId = new Map(states.flatMap((state) => [state.id, ...(state.aliases ?? [])].map((id) => [id, state])));
    const foundWork = items.flatMap(({ customer, task }): FoundWork[] => {
      const state = byId.get(customer);
      const work = state && ownValue(state.tasks ?? {}, task);
      return state && work && isStill(work, which) ? [{ id: task, work, state }] : [];
    });
    return { items: await tell(foundWork, asking), ...(next === undefined ? {} : { next }) };
  };
};
