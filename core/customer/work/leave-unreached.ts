import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import { closeWork, waitingFor } from './close-work.ts';

/** What the timeline says of it. */
const REASON = 'More was needed than the team could reach in time.';

/**
 * Work that its team will not reach is undone now, and whoever waits for it goes on with what stands for it. What a colleague has
 * taken meanwhile stays theirs; and so does what nobody waits for, as nothing would come in its place.
 */
export const leaveUnreached = (draft: Draft, task: string): boolean => {
  const work = ownValue(draft.state.tasks ?? {}, task) ?? undefined;
  const [id, found] = work ? [task, work] : openOf(draft, task);
  if (found?.state !== 'open' || waitingFor(draft, id).length === 0) return false;
  closeWork(draft, id, found, 'expired', { told: { reason: REASON } });
  return true;
};

/** The open work that a moment gave. */
const openOf = ({ state }: Draft, moment: string) =>
  Object.entries(state.tasks ?? {}).find(([, work]) => work.moment === moment && work.state === 'open') ?? [
    '',
    undefined,
  ];
