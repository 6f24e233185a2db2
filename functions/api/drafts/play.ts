import type { Assignment } from '../../../core/customer/draft.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { cameBy } from '../../../simulator/came-by.ts';
import { openWorld } from '../../../simulator/open-world.ts';
import type { Project } from '../../../simulator/project.ts';
import type { PlayAsked, PlayResult } from '../contract/drafts.ts';
import type { OnProgress } from '../ports.ts';
import { sentOf } from '../story/lines.ts';

/** Treated, and the first arm, unless it is said otherwise. */
const drawOf = (arms: PlayAsked['arms']): Assignment => ({
  holdout: (_customer, journey) => arms[journey] === 'control',
  arm: (_customer, _journey, split, choices) => arms[split] ?? choices[0]?.name ?? '',
});

/** What happens to somebody by a project, in virtual time. */
export const playOne = async (
  project: Project,
  { customer, startsAt, events, arms, days }: PlayAsked,
  onProgress: OnProgress,
): Promise<PlayResult> => {
  const entries: JournalEntry[] = [];
  const path: PlayResult['path'] = [];
  const begin = Date.parse(startsAt);
  const world = openWorld(project, {
    now: begin,
    draw: drawOf(arms),
    onEntry: (entry) => entries.push(entry),
    report: (error) => {
      throw error;
    },
  });
  const visits = new Map<string, number>();
  const note = async (): Promise<void> => {
    const state = await world.customer(customer.id);
    for (const [enrolment, { journey, at: step, visit, since }] of Object.entries(state?.enrolments ?? {})) {
      if (visits.get(enrolment) === visit) continue;
      visits.set(enrolment, visit);
      path.push({ at: new Date(since).toISOString(), journey, enrolment, step });
    }
  };
  const pass = async (until: number): Promise<void> => {
    for (let next = world.next(); next !== undefined && next <= until; next = world.next()) {
      await world.passUntil(next);
      await note();
    }
    await world.passUntil(Math.max(world.now, until));
  };
  await world.introduce(customer.id, customer.attributes);
  const inOrder = events.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  for (const [done, { at, event, with: fields }] of inOrder.entries()) {
    onProgress({ done, total: events.length });
    await pass(Date.parse(at));
    const type = project.catalogue.events[event];
    const named = type?.customer ?? 'customerId';
    const time = new Date(world.now).toISOString();
    const detail = { [named]: customer.id, ...fields };
    await world.arrive({ id: `event-${done + 1}`, 'detail-type': event, time, detail, ...cameBy(type, customer.id) });
    await note();
  }
  await pass(world.now + days * DAY);
  const ids = await world.idsOf(customer.id);
  return {
    entries,
    messages: ids.flatMap((id) => world.outbox.of(id)).map(sentOf),
    path,
    until: new Date(world.now).toISOString(),
  };
};
