import type { WorkCap } from '../gate/work-caps.ts';
import { ownValue } from '../own-value.ts';
import type { Draft } from './draft.ts';
import { LIMITS } from './model/limits.ts';
import type { Millis } from './model/millis.ts';

/** Counts what is done now under each of its caps: as often as the cap may ask for, the newest last. */
export const countWork = ({ state, now }: Draft, caps: readonly WorkCap[]): void => {
  if (caps.length === 0) return;
  const worked: Record<string, Millis[]> = { ...state.worked };
  // Two caps may count the same: it is done once.
  for (const key of new Set(caps.map((each) => each.key))) {
    const most = Math.max(...caps.flatMap((each) => (each.key === key ? [each.cap.count] : [])));
    const times = [...(ownValue(worked, key) ?? []), now].slice(-most);
    delete worked[key];
    worked[key] = times;
  }
  // What was done last is asked about soonest.
  state.worked = Object.fromEntries(Object.entries(worked).slice(-LIMITS.worked));
};
