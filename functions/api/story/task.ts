import { parseDecisionId } from '../../../core/customer/decision-id.ts';
import { customerZone } from '../../../core/customer/model/customer-zone.ts';
import { factsOf } from '../../../core/customer/model/facts.ts';
import type { DecisionEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Work } from '../../../core/customer/model/work.ts';
import { priorityOf } from '../../../core/customer/work/need.ts';
import { titleOf } from '../../../core/explain/words/decision.ts';
import { reasonInWords } from '../../../core/explain/words/reason.ts';
import { iso } from '../../../core/time/instant.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Task } from '../contract/work.ts';
import { moodWord } from './mood-word.ts';
import { nameOf } from './name-of.ts';

/** A task as it is told: what stands in its customer's item, and the words by which it was given. */
export interface TaskTold {
  id: string;
  work: Work;
  state: CustomerState;
  /** Missing where it is not kept any more. */
  entry: DecisionEntry | undefined;
}

interface TellingTasks {
  now: number;
  catalogue: Catalogue;
  /** Who looks. */
  me: string;
}

const aboutPerson = (state: CustomerState, now: number, catalogue: Catalogue) => {
  const { mood, moodScore, openIncidents, tenureDays } = factsOf(state, now, catalogue);
  const name = nameOf(state);
  return {
    customer: state.id,
    ...(name === undefined ? {} : { name }),
    zone: customerZone(state, catalogue),
    mood: moodWord(mood),
    moodScore: Number(moodScore),
    openIncidents: Number(openIncidents),
    ...(tenureDays === undefined ? {} : { tenureDays: Number(tenureDays) }),
  };
};

/** A task that a journey asks for anyway has no reason but that. */
const becauseOf = (entry: DecisionEntry | undefined, catalogue: Catalogue) =>
  entry?.outcome === 'escalated' ? { because: reasonInWords(entry.reason, catalogue) } : {};

export const taskOf = ({ id, work, state, entry }: TaskTold, { now, catalogue, me }: TellingTasks): Task => {
  const { moment, journey, at, due, rank, since, by, said, team, crowd } = work;
  return {
    id,
    at: iso(at),
    due: iso(due),
    priority: priorityOf(rank, now),
    neededBy: iso(rank),
    ...(crowd === undefined ? {} : { crowd }),
    state: work.state,
    ...(since === undefined || work.state === 'open' ? {} : { since: iso(since) }),
    ...(by === undefined ? {} : { by }),
    isMine: by !== undefined && by === me,
    ...(said === undefined ? {} : { said }),
    ...(team === undefined ? {} : { team }),
    journey,
    title: titleOf(journey, catalogue),
    step: parseDecisionId(id).step ?? '',
    moment,
    subject: entry?.message?.subject || (catalogue.moments[moment]?.title ?? moment),
    text: entry?.message?.text ?? '',
    ...becauseOf(entry, catalogue),
    ...aboutPerson(state, now, catalogue),
  };
};
