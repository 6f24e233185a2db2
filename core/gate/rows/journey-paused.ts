import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { grounds } from '../../explain/context.ts';
import { titleOf } from '../../explain/words/decision.ts';
import type { GateRow, Question } from '../row.ts';
import { heldSince, hold } from '../verdict.ts';

const QUARTER = 15 * MINUTE;

/** Asked again after 15 minutes, then twice as long, up to a day: all divided by the pace. */
const askedAgain = (question: Question): number => {
  const { now, catalogue } = question;
  const unit = QUARTER / catalogue.pace;
  const since = heldSince(question, 'journey-paused', now);
  return now + Math.ceil(Math.min(96 * unit, Math.max(unit, now - since)));
};

/** An operator stopped the journey for everyone. */
export const journeyPaused: GateRow = {
  decide: (question) =>
    question.paused.has(question.journey) ? hold('journey-paused', askedAgain(question)) : undefined,
  words: 'the journey was paused',
  explain: ({ decision: { journey, outcome }, catalogue }) =>
    grounds(
      [`An operator had paused ${titleOf(journey, catalogue)}.`],
      [
        outcome === 'held'
          ? `Without that it would not wait for this: tactful resume ${journey} takes it out of its way.`
          : 'Without that it would not have waited for this.',
      ],
      { journey },
    ),
};
