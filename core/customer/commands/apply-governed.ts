import type { EventType } from '../../../language/catalogue/event.ts';
import type { Governs } from '../../../language/catalogue/known.ts';
import { type Draft, note } from '../draft.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { rehearWithout } from '../rehear.ts';
import { chooseFrequency, chooseHours } from './apply-choices.ts';
import { correctFact } from './correct-fact.ts';

/** What was understood of somebody's words counts no more; of what is not kept any more nothing is left to take back. */
const dispute = (draft: Draft, { fields }: IncomingEvent): void => {
  const piece = draft.state.evidence.find(({ id }) => id !== undefined && id === fields.evidence);
  if (piece?.weight === undefined) return;
  const { event, at: happenedAt, value } = piece;
  note(draft, { kind: 'disputed', event, happenedAt, value });
  rehearWithout(draft, ({ id }) => id === piece.id);
};

/** Their erasure is a command of its own. */
const APPLY: Record<Exclude<Governs, 'erasure'>, (draft: Draft, event: IncomingEvent) => void> = {
  fact: correctFact,
  evidence: dispute,
  frequency: chooseFrequency,
  hours: chooseHours,
};

/** What customers decide about what is kept of them and how often we write. */
export const applyGoverned = (draft: Draft, { governs }: EventType, event: IncomingEvent): void => {
  if (governs !== undefined && governs !== 'erasure') APPLY[governs](draft, event);
};
