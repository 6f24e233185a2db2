import { insteadOf } from '../../../language/catalogue/unreached.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import type { Work } from '../model/work.ts';
import { closeWork, waitingFor } from './close-work.ts';

/** What the timeline says of it. */
const REASON = 'More was needed than the team could reach in time.';

/**
 * Work that its team will not reach is undone now: whoever waits for it goes on with what stands for it, and where nobody does, the
 * moment says what. Answers the event with the work that it is about. What a colleague has taken meanwhile stays theirs, and what
 * nothing comes in the place of stays on its list: undefined.
 */
export const leaveUnreached = (draft: Draft, event: IncomingEvent): IncomingEvent | undefined => {
  const found = openOf(draft, String(event.fields.task));
  if (!found) return undefined;
  const [task, work] = found;
  const { moment } = work;
  const instead = insteadOf(ownValue(draft.deps.catalogue.moments, moment));
  if (instead === undefined && waitingFor(draft, task).length === 0) return undefined;
  closeWork(draft, task, work, 'expired', { told: { reason: REASON, unreached: true } });
  return { ...event, fields: { ...event.fields, task, moment } };
};

/** Open work by its id, or by the moment that gave it. */
const openOf = ({ state: { tasks = {} } }: Draft, named: string): [task: string, work: Work] | undefined => {
  const own = ownValue(tasks, named);
  const found: [string, Work] | undefined = own
    ? [named, own]
    : Object.entries(tasks).find(([, { moment, state }]) => moment === named && state === 'open');
  return found?.[1].state === 'open' ? found : undefined;
};
