import { hearAll } from '../commands/on-listen.ts';
import type { Draft } from '../draft.ts';
import { keptHappenings, leaveForGood, meetAll } from '../leave.ts';
import type { Enrolment } from '../model/enrolment.ts';
import { hasRoomFor } from '../model/fit-item.ts';
import { LIMITS } from '../model/limits.ts';
import type { CustomerState } from '../model/state.ts';
import { setDue } from '../standing.ts';

/** What would have to leave is being sent just now: the merge comes again when that is over. */
export class MergeHasToWait extends Error {
  override name = 'MergeHasToWait';
  constructor() {
    super('The two have more under way than one item holds, and some of it is being sent. The merge is tried again.');
  }
}

/** Whoever is taken over keeps their place, and has a timer of their own under the new id. */
export const takeOverEnrolments = ({ state }: Draft, from: CustomerState): void => {
  for (const [id, enrolment] of Object.entries(from.enrolments)) {
    const own = { ...enrolment };
    setDue(own, own.due);
    state.enrolments[id] = own;
  }
};

/** What was told under one id ends, fulfils and answers what runs under the other. */
export const hearOfEachOther = async (draft: Draft): Promise<void> => {
  for (const event of keptHappenings(draft)) {
    await meetAll(draft, event);
    await hearAll(draft, event);
  }
};

type Running = [id: string, enrolment: Enrolment];

/** Whoever entered first is at the head. */
const inOrder = ({ enrolments }: CustomerState): Running[] =>
  Object.entries(enrolments).sort(
    ([one, { enteredAt: first }], [other, { enteredAt: second }]) => first - second || (one < other ? -1 : 1),
  );

/** On their way out already, by an exit: they end by themselves. */
const isGoing = ({ leave, words }: Enrolment): boolean => leave !== undefined || words !== undefined;

/** One person is in a journey once for each value of `per`: the one that entered first goes on. */
export const endTwins = (draft: Draft): void => {
  const first = new Set<string>();
  for (const [id, enrolment] of inOrder(draft.state)) {
    if (isGoing(enrolment)) continue;
    const place = JSON.stringify([enrolment.journey, enrolment.per]);
    if (first.has(place)) leaveForGood(draft, id, 'merged');
    first.add(place);
  }
};

/** Of more than an item has room for those that entered last leave. Throws MergeHasToWait while they cannot. */
export const makeRoom = (draft: Draft): void => {
  const { state } = draft;
  const isOver = (): boolean => Object.keys(state.enrolments).length > LIMITS.enrolments;
  for (const [id, { leave }] of inOrder(state).reverse()) {
    if (!isOver() && hasRoomFor(state, {})) return;
    if (!leave) leaveForGood(draft, id, 'merged');
  }
  if (isOver()) throw new MergeHasToWait();
};
