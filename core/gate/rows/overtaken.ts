import { grounds, inItsWay, unsure } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import type { GateRow } from '../row.ts';
import { suppress } from '../verdict.ts';

/** The step's `unless` has happened. What it was, the reducer journals: it takes expressions to know. */
export const overtaken: GateRow = {
  ofWork: true,
  decide: ({ overtaken: isOvertaken }) => (isOvertaken ? suppress('overtaken') : undefined),
  words: 'no longer needed: what it was about had changed',
  explain: (context) => {
    const { decision, zone } = context;
    const { event, at } = decision.basis?.happened ?? {};
    if (event === undefined || at === undefined) return unsure('The record does not say what overtook it.');
    return grounds(
      [`After ${event} of ${when(at, zone)} there was no point in it: the step says unless.`],
      [`Without ${event}, ${inItsWay(context)}.`],
      { event },
    );
  },
};
