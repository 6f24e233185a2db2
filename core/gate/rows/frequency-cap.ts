import { type Channel, WORK_CHANNEL } from '../../../language/catalogue/channel.ts';
import type { Purpose } from '../../../language/catalogue/kind.ts';
import type { Cap, Policy } from '../../../language/catalogue/policy.ts';
import { isSocial } from '../../../language/catalogue/purpose.ts';
import { copyOf, type ExplainContext, grounds } from '../../explain/context.ts';
import { countedInWords, type FullCap, fullBy, hadRoom, namedIn } from '../../explain/frequency.ts';
import { rate, when } from '../../explain/tell.ts';
import { nameOf } from '../../explain/words/decision.ts';
import { countedTimes, slotFrees } from '../caps.ts';
import type { GateRow } from '../row.ts';
import { held } from '../verdict.ts';

/** The policy's cap on messages of a purpose. */
const capOf = (purpose: Purpose, { purposes, caps }: Policy): Cap | undefined => {
  if (purpose === 'care') return caps?.care;
  return isSocial(purpose) ? purposes[purpose].cap : undefined;
};

/** What a colleague does for somebody in care is no message of care. */
const isCounted = ({ purpose, channel }: { purpose: Purpose; channel?: Channel | undefined }): boolean =>
  purpose !== 'care' || channel !== WORK_CHANNEL;

/** The caps of the policy and of the moment, as far as they are full by the record. */
const fullCaps = (context: ExplainContext): FullCap[] => {
  const { decision, catalogue } = context;
  const { moment, purpose } = decision;
  const ofMoment = copyOf(context)?.cap;
  const ofPurpose = capOf(purpose, catalogue.policy);
  return [
    ofMoment && fullBy(context, (one) => one.moment === moment, ofMoment, nameOf(moment, catalogue)),
    ofPurpose && fullBy(context, (one) => one.purpose === purpose && isCounted(one), ofPurpose, `${purpose} messages`),
  ].filter((full) => full !== undefined);
};

/** As many as the moment or its purpose allows have gone out, or may have. */
export const frequencyCap: GateRow = {
  decide: (question) => {
    const { copy, moment, purpose, catalogue, now } = question;
    const momentCap = copy?.cap;
    const purposeCap = capOf(purpose, catalogue.policy);
    const frees = [
      momentCap &&
        slotFrees(
          countedTimes(question, (one) => one.moment === moment),
          momentCap,
          now,
        ),
      purposeCap &&
        slotFrees(
          countedTimes(question, (one) => one.purpose === purpose && isCounted(one)),
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
