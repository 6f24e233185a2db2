import { isSocial } from '../../../language/catalogue/purpose.ts';
import { copyOf, type ExplainContext, grounds, policyOf } from '../../explain/context.ts';
import { countedInWords, type FullCap, fullBy, hadRoom, namedIn } from '../../explain/frequency.ts';
import { rate, when } from '../../explain/tell.ts';
import { nameOf } from '../../explain/words/decision.ts';
import { countedTimes, slotFrees } from '../caps.ts';
import type { GateRow } from '../row.ts';
import { held } from '../verdict.ts';

/** The caps of the policy and of the moment, as far as they are full by the record. */
const fullCaps = (context: ExplainContext): FullCap[] => {
  const { decision, catalogue } = context;
  const { moment, purpose } = decision;
  const ofMoment = copyOf(context)?.cap;
  const ofPurpose = isSocial(purpose) ? policyOf(context).cap : undefined;
  return [
    ofMoment && fullBy(context, (one) => one.moment === moment, ofMoment, nameOf(moment, catalogue)),
    ofPurpose && fullBy(context, (one) => one.purpose === purpose, ofPurpose, `${purpose} messages`),
  ].filter((full) => full !== undefined);
};

/** As many as the moment or its purpose allows have gone out, or may have. */
export const frequencyCap: GateRow = {
  decide: (question) => {
    const { copy, moment, purpose, catalogue, now } = question;
    const momentCap = copy?.cap;
    const purposeCap = isSocial(purpose) ? catalogue.policy.purposes[purpose].cap : undefined;
    const frees = [
      momentCap &&
        slotFrees(
          countedTimes(question, (one) => one.moment === moment),
          momentCap,
          now,
        ),
      purposeCap &&
        slotFrees(
          countedTimes(question, (one) => one.purpose === purpose),
          purposeCap,
          now,
        ),
    ].filter((at) => at !== undefined);
    return frees.length > 0 ? held('frequency-cap', Math.max(...frees)) : undefined;
  },
  because: 'You have heard enough from us for now.',
  words: 'they had heard enough from us',
  explain: (context) => {
    const full = fullCaps(context);
    if (full.length === 0) return hadRoom();
    const rested = full.flatMap(({ cap, of, messages }) => [
      `At most ${rate(cap)} of ${of}, and ${cap.count === 1 ? 'it' : 'all'} had gone out.`,
      ...messages.map((one) => countedInWords(one, context)),
    ]);
    const otherwise = full.flatMap(({ cap, of, frees }) => [
      `A slot under ${rate(cap)} of ${of} frees on ${when(frees, context.zone)}.`,
      `Had ${cap.count === 1 ? 'it' : 'one of them'} not gone out, and nothing else in its place, there would have been room.`,
    ]);
    return grounds(rested, otherwise, namedIn(full));
  },
};
