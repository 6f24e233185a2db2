import { isSocial } from '../../../language/catalogue/purpose.ts';
import { copyOf, type ExplainContext, grounds, unsure } from '../../explain/context.ts';
import { countedInWords, type FullCap, fullBy, hadRoom, namedIn } from '../../explain/frequency.ts';
import { duration, rate, when } from '../../explain/tell.ts';
import { nameOf } from '../../explain/words/decision.ts';
import { countedTimes, slotFrees } from '../caps.ts';
import { basisOfFrequency } from '../chosen-rhythm.ts';
import { gapCap, halved, messageCaps } from '../message-caps.ts';
import type { GateRow } from '../row.ts';
import { hold } from '../verdict.ts';

/** Caps and gap, each over twice the time, as far as they are full by the record. */
const fullCaps = (context: ExplainContext): FullCap[] => {
  const { decision, catalogue } = context;
  const { moment, purpose } = decision;
  const caps = messageCaps(decision, copyOf(context), catalogue).flatMap(({ cap, of, counts }) => {
    const named = of === 'moment' ? nameOf(moment, catalogue) : `${purpose} messages`;
    return fullBy(context, counts, halved(cap), `${rate(halved(cap))} of ${named}`) ?? [];
  });
  const gap = halved(gapCap(catalogue));
  const named = `one in ${duration(gap.seconds)} of all of them`;
  const ofGap = fullBy(context, (one) => isSocial(one.purpose), gap, named);
  return ofGap ? [...caps, ofGap] : caps;
};

/** They asked to hear from us half as often: caps and gap count over twice the time. */
export const askedForFewer: GateRow = {
  decide: (question) => {
    const { state, copy, purpose, catalogue, now } = question;
    if (state.frequency?.choice !== 'fewer' || !isSocial(purpose)) return undefined;
    const gap = { cap: gapCap(catalogue), counts: (one: { purpose: typeof purpose }) => isSocial(one.purpose) };
    const frees = [...messageCaps(question, copy, catalogue), gap].flatMap(
      ({ cap, counts }) => slotFrees(countedTimes(question, counts), halved(cap), now) ?? [],
    );
    return frees.length > 0 ? hold('asked-for-fewer', Math.max(...frees)) : undefined;
  },
  basis: basisOfFrequency,
  words: 'they had asked for fewer messages',
  explain: (context) => {
    const { decision, zone } = context;
    const { frequency } = decision.basis ?? {};
    if (!frequency) return unsure('The record does not say when they asked for fewer messages.');
    const full = fullCaps(context);
    if (full.length === 0) return hadRoom();
    const rested = [
      `On ${when(frequency.at, zone)} they asked for fewer messages: what is allowed in a time is allowed in twice that.`,
      ...full.flatMap(({ of, messages }) => [
        `So there is ${of.startsWith('one') ? of : `at most ${of}`}.`,
        ...messages.map((one) => countedInWords(one, context)),
      ]),
    ];
    const otherwise = full.map(({ of, frees }) => `There is room for ${of} on ${when(frees, zone)}.`);
    const asNow = 'Had they chosen to hear from us as often as others, it would not have waited for this.';
    return grounds(rested, [...otherwise, asNow], { ...namedIn(full), event: 'customer.frequency_chosen' });
  },
};
