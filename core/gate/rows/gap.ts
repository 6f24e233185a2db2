import { isSocial } from '../../../language/catalogue/purpose.ts';
import { type ExplainContext, grounds } from '../../explain/context.ts';
import { countedInWords, type FullCap, fullBy, hadFewerGone, hadRoom, namedIn } from '../../explain/frequency.ts';
import { duration, when } from '../../explain/tell.ts';
import { countedTimes, slotFrees } from '../caps.ts';
import type { GateRow } from '../row.ts';
import { hold } from '../verdict.ts';

/** The message that the gap is counted from, by the record. */
const fullGap = (context: ExplainContext): FullCap | undefined => {
  const { decision, catalogue } = context;
  if (!isSocial(decision.purpose)) return undefined;
  return fullBy(context, ({ purpose }) => isSocial(purpose), { count: 1, seconds: catalogue.policy.gap }, 'the gap');
};

/** They heard from us only just now. */
export const gap: GateRow = {
  decide: (question) => {
    if (!isSocial(question.purpose)) return undefined;
    const times = countedTimes(question, ({ purpose }) => isSocial(purpose));
    const until = slotFrees(times, { count: 1, seconds: question.catalogue.policy.gap }, question.now);
    return until === undefined ? undefined : hold('gap', until);
  },
  words: 'they had heard from us a little while ago',
  explain: (context) => {
    const full = fullGap(context);
    if (!full) return hadRoom();
    const rested = [
      `Between two relationship or promotional messages there are at least ${duration(full.cap.seconds)}.`,
      ...full.messages.map((one) => countedInWords(one, context)),
    ];
    const otherwise = [
      `The gap is over on ${when(full.frees, context.zone)}.`,
      `${hadFewerGone(full)}, it would not have waited for the gap.`,
    ];
    return grounds(rested, otherwise, namedIn([full]));
  },
};
