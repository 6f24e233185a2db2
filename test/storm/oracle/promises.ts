import { decisionId } from '../../../core/customer/decision-id.ts';
import type { PromiseEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Run } from '../functions.ts';
import { evaluated } from './heard.ts';
import type { HeardEvent } from './knowledge.ts';
import { commitKey, type Ledger } from './ledger.ts';

/** What became of a promise, as the timeline tells it. */
export interface Promised {
  due: number;
  statuses: PromiseEntry['status'][];
}

/** Each of these is the only one of a promise. */
const ENDS: readonly PromiseEntry['status'][] = ['kept', 'broken', 'released'];
const PUBLISHED: readonly PromiseEntry['status'][] = ['due-soon', 'kept', 'broken', 'kept-late'];
/** More are not followed of one customer. */
const MOST = 8;

const isOver = ({ statuses }: Promised): boolean => statuses.some((status) => ENDS.includes(status));

const promises = ({ moments }: Catalogue, moment: string) =>
  Object.hasOwn(moments, moment) ? moments[moment]?.promises : undefined;

/** Whether each promise that went out is kept or broken, once, in time, and told. */
export const createPromiseWatch = (ledger: Ledger) => {
  const { promised, owed, know, broken } = ledger;

  const takeEntry = ({ promise: id, status, moment, due, at }: PromiseEntry, state: CustomerState, run: Run): void => {
    const promise = promised.get(id) ?? { due: Date.parse(due), statuses: [] };
    const { statuses } = promise;
    if (statuses.includes(status)) broken('I3', `${id} was ${status} twice.`);
    if ((status === 'made') !== (statuses.length === 0)) broken('I3', `${id} is ${status} after ${statuses.join()}.`);
    if (status === 'kept-late' ? !statuses.includes('broken') : isOver(promise))
      broken('I3', `${id} is ${status} after ${statuses.join()}.`);
    if (status === 'broken' && Date.parse(at) < promise.due) broken('I3', `${id} broke before its time.`);
    if (status === 'released' && Object.keys(state.promises ?? {}).length < MOST)
      broken('I3', `${id} was let go, and there was room.`);
    if (status === 'broken') know.incidents.open('promise', moment, promise.due, run.catalogue.policy);
    if (PUBLISHED.includes(status)) owed.set(`${id}/${status}`, commitKey(state));
    promised.set(id, { ...promise, statuses: [...statuses, status] });
  };

  /** A message that goes out promises what its moment says, in the very commit, and no other does. */
  const lookAtMade = ({ journal }: CustomerState, { catalogue }: Run): void => {
    const newPromises = journal.flatMap((entry) =>
      entry.kind === 'promise' && entry.status === 'made' ? [entry.promise] : [],
    );
    const sent = journal.flatMap((entry) =>
      entry.kind === 'decision' && entry.outcome === 'sent' && promises(catalogue, entry.moment)
        ? [decisionId(entry)]
        : [],
    );
    if (newPromises.join() !== sent.join())
      broken('I3', `${sent.join()} went out, and promised are ${newPromises.join()}.`);
  };

  /** What an event keeps is settled in its commit, and nothing that is over is still waited for. */
  const lookAtItem = async (
    state: CustomerState,
    before: CustomerState | undefined,
    run: Run,
    heardEvent?: HeardEvent,
  ) => {
    for (const [id, { next, due }] of Object.entries(state.promises ?? {})) {
      const promise = promised.get(id);
      if (!promise || (next !== undefined) === isOver(promise)) broken('I9', `${id} is over, and not over.`);
      if (next !== undefined && due <= state.at) broken('I1', `${id} was due at ${due}, and nobody noticed.`);
    }
    for (const [id, promise] of promised)
      if (!isOver(promise) && !state.promises?.[id]) broken('I9', `${id} is owed, and was forgotten.`);
    for (const [id, { moment, made, event = {} }] of Object.entries(before?.promises ?? {}))
      for (const { on, where } of promises(run.catalogue, moment)?.kept ?? [])
        if (heardEvent?.type === on && Math.floor(heardEvent.at / 1000) >= Math.floor(made / 1000)) {
          const isIt = where === undefined || (await evaluated(where, { heard: heardEvent.detail, event })) === true;
          if (isIt && state.promises?.[id]) broken('I4', `${id} was kept by ${heardEvent.id}, and is not.`);
        }
  };

  return {
    /** Before anything is read out of the item: a broken promise is an incident. */
    take: (state: CustomerState, run: Run): void => {
      for (const entry of state.journal) if (entry.kind === 'promise') takeEntry(entry, state, run);
      for (const entry of state.journal) {
        if (entry.kind !== 'promise' || entry.status !== 'kept-late') continue;
        const isLeft = Object.values(state.promises ?? {}).some(
          ({ moment, next }) => moment === entry.moment && next === undefined,
        );
        const at = Date.parse(entry.happenedAt ?? entry.at);
        if (!isLeft)
          know.incidents.close(
            'promise',
            entry.moment,
            Math.max(at, state.incidents[`promise:${entry.moment}`]?.openedAt ?? 0),
          );
      }
      lookAtMade(state, run);
    },
    look: lookAtItem,
    verdict: (): void => {
      for (const [id, { statuses }] of promised)
        if (!statuses.some((status) => ENDS.includes(status)))
          broken('I3', `${id} was promised and never came to an end.`);
    },
  };
};
