import { copyOf, type ExplainContext, grounds } from '../../explain/context.ts';
import { countedInWords, type FullCap, fullBy, hadFewerGone, hadRoom, namedIn } from '../../explain/frequency.ts';
import { rate, when } from '../../explain/tell.ts';
import { nameOf } from '../../explain/words/decision.ts';
import { countedTimes, slotFrees } from '../caps.ts';
import { messageCaps } from '../message-caps.ts';
import type { GateRow } from '../row.ts';
import { hold } from '../verdict.ts';

/** The caps of the policy and of the moment, as far as they are full by the record. */
const fullCaps = (context: ExplainContext): FullCap[] => {
  const { decision, catalogue } = context;
  const { moment, purpose } = decision;
  return messageCaps(decision, copyOf(context), catalogue).flatMap(
    ({ cap, of, counts }) =>
      fullBy(context, counts, cap, of === 'moment' ? nameOf(moment, catalogue) : `${purpose} messages`) ?? [],
  );
};

/** As many as the moment or its purpose allows have gone out, or may have. */
export const frequencyCap: GateRow = {
  decide: (question) => {
    const { copy, catalogue, now } = question;
    const frees = messageCaps(question, copy, catalogue).flatMap(
      ({ cap, counts }) => slotFrees(countedTimes(question, counts), cap, now) ?? [],
    );
    return frees.length > 0 ? hold('frequency-cap', Math.max(...frees)) : undefined;
  },
  words: 'they had heard enough from us',
  explain: (context) => {
    const full = fullCaps(context);
    if (full.length === 0) return hadRoom();
    const rested = full.flatMap(({ cap, of, messages }) => [
      `At most ${rate(cap)} of ${of}, and ${messages.length > cap.count ? messages.length : cap.count === 1 ? 'it' : 'all'} had gone out.`,
      ...messages.map((one) => countedInWords(one, context)),
    ]);
    const otherwise = full.flatMap((one) => [
      `A slot under ${rate(one.cap)} of ${one.of} frees on ${when(one.frees, context.zone)}.`,
      `${hadFewerGone(one)}, there would have been room${full.length > 1 ? ' under this one' : ''}.`,
    ]);
    return grounds(rested, otherwise, namedIn(full));
  },
};
