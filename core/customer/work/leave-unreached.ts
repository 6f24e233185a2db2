import { insteadOf } from '../../../language/catalogue/unreached.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import type { Work } from '../model/work.ts';
import { closeWork, waitingFor } from './close-work.ts';

/** What the timeline says of it. */
const REASON = 'More was needed than the team could reach in time.';

/** Work by its id, or the open one that a moment gave. */
const workNamed = ({ state: { tasks = {} } }: Draft, named: string): [task: string, work: Work] | undefined => {
  const own = ownValue(tasks, named);
  if (own) return [named, own];
  return Object.entries(tasks).find(([, { moment, state }]) => moment === named && state === 'open');
};

/**
 * Work that its team will not reach is undone now: whoever waits for it goes on with what stands for it, and where nobody does, the
 * moment says what. Answers the event with the work that it is about, or why it changes nothing: what a colleague has taken meanwhile
 * is theirs, and what nothing comes in the place of stays on its list.
 */
export const leaveUnreached = (draft: Draft, event: IncomingEvent): { left: IncomingEvent } | { refused: string } => {
  const named = String(event.fields.task);
  const open = workNamed(draft, named);
  if (!open) return { refused: `no open task ${named} is known of this customer` };
  const [task, work] = open;
  const { moment, state } = work;
  if (state !== 'open') return { refused: `task ${task} is ${state} already` };
  const instead = insteadOf(ownValue(draft.deps.catalogue.moments, moment));
  if (instead === undefined && waitingFor(draft, task).length === 0)
    return { refused: `nothing comes in the place of task ${task}, which stays to be done` };
  closeWork(draft, task, work, 'expired', { change: { reason: REASON, unreached: true } });
  return { left: { ...event, fields: { ...event.fields, task, moment } } };
};
