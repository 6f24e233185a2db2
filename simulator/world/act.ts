import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Clock } from './clock.ts';
import type { LocalRuns } from './runs.ts';
import type { Storage } from './storage.ts';
import type { StorageWatch } from './storage-watch.ts';
import { dropAll, type UnderWay } from './under-way.ts';

interface ActDeps {
  storage: Pick<Storage, 'begin' | 'commit' | 'rollback'>;
  watch: StorageWatch;
  underWay: UnderWay;
  runs: Pick<LocalRuns, 'forget'>;
  settle: () => Promise<void>;
  /** Counts what has changed of whom. */
  takeCensus: ((commits: CustomerState[]) => Promise<void>) | undefined;
  beforeCommit: (now: number) => void;
  onErased: (ids: string[]) => void;
  clock: Clock;
}

/** One action and all that follows from it is one transaction: a process that dies in the middle repeats it. */
export const createAct =
  ({ storage, watch, underWay, runs, settle, takeCensus, beforeCommit, onErased, clock }: ActDeps) =>
  async <Result>(action: () => Promise<Result>): Promise<Result> => {
    storage.begin();
    try {
      const result = await action();
      await settle();
      underWay.ended.clear();
      // Taken away also where nobody counts: what is kept here of each commit would be all that ever was.
      const relayed = underWay.relayed.splice(0);
      await takeCensus?.(relayed);
      beforeCommit(clock.now);
      storage.commit();
      if (underWay.erased.length > 0) onErased(underWay.erased.splice(0));
      return result;
    } catch (error) {
      watch.forget();
      dropAll(underWay);
      runs.forget();
      storage.rollback();
      throw error;
    }
  };
