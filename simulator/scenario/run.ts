import { decisionId } from '../../core/customer/decision-id.ts';
import type { Assignment } from '../../core/customer/draft.ts';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { CopyFailed } from '../../functions/deliver/copy/errors.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { Scenario } from '../../language/read/scenarios/scenario.ts';
import { cameBy } from '../came-by.ts';
import { openWorld } from '../open-world.ts';
import type { Project } from '../project.ts';
import { inMemory } from '../world/storage.memory.ts';
import { expected, type Unmet } from './expectation.ts';

/** How long after its last event a scenario is looked at, in milliseconds: longer than any enrolment runs. */
const TAIL = 400 * DAY;

export interface ScenarioResult {
  scenario: Scenario;
  /** Everything that happened, in order. */
  entries: JournalEntry[];
  /** Expectations that did not come true, and copy that could not be written: every scenario expects that it can. */
  unmet: Unmet[];
}

/** Treated, and the first arm, unless the scenario says otherwise. */
const drawOf = ({ arms }: Scenario): Assignment => ({
  holdout: (_customer, journey) => arms[journey] === 'control',
  arm: (_customer, _journey, split, choices) => arms[split] ?? choices[0]?.name ?? '',
});

/** What a scenario calls `decision` by the id of a moment is the last decision by which that went out: nobody knows its name before. */
const namingDecision = (fields: Record<string, unknown>, entries: JournalEntry[]): Record<string, unknown> => {
  const sent = entries.findLast(
    (entry) => entry.kind === 'decision' && entry.outcome === 'sent' && entry.moment === fields.decision,
  );
  return sent?.kind === 'decision' ? { ...fields, decision: decisionId(sent) } : fields;
};

/** What it calls `gesture` by the id of a kind is the last such gesture, but where somebody gives one of that kind. */
const namingGesture = (fields: Record<string, unknown>, isGiving: boolean, entries: JournalEntry[]) => {
  const gesture = entries.findLast((entry) => entry.kind === 'gesture' && entry.of === fields.gesture);
  return gesture?.kind === 'gesture' && !isGiving ? { ...fields, gesture: gesture.gesture } : fields;
};

/** Plays one scenario in virtual time, in a world of its own. */
export const runScenario = async (project: Project, scenario: Scenario): Promise<ScenarioResult> => {
  const start = Date.parse(scenario.startsAt);
  const entries: JournalEntry[] = [];
  const unwritten = new Set<string>();
  const { id, attributes } = scenario.customer;
  const world = openWorld(project, {
    storage: inMemory({ history: false }),
    now: start,
    draw: drawOf(scenario),
    onEntry: (entry) => entries.push(entry),
    report: (error) => {
      if (!(error instanceof CopyFailed)) throw error;
      unwritten.add(error.message);
    },
  });
  await world.introduce(id, attributes);
  const inOrder = scenario.timeline.toSorted((a, b) => a.at - b.at);
  for (const [index, { at, event, with: fields }] of inOrder.entries()) {
    await world.passUntil(start + at * 1000);
    const time = new Date(world.now).toISOString();
    const type = project.catalogue.events[event];
    const named = namingGesture(namingDecision(fields, entries), type?.byHand === 'gives', entries);
    const detail = { [type?.customer ?? 'customerId']: id, ...named };
    await world.arrive({ id: `event-${index + 1}`, 'detail-type': event, time, detail, ...cameBy(type, id) });
  }
  const end = world.now + TAIL;
  for (let next = world.next(); next !== undefined && next <= end; next = world.next()) await world.passUntil(next);
  const copy = [...unwritten].map(
    (why): Unmet => ({ expectation: { line: 1, text: 'copy that can be written' }, why }),
  );
  return { scenario, entries, unmet: [...copy, ...expected(scenario, entries)] };
};
