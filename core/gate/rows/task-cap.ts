import { isWork } from '../../../language/catalogue/channel.ts';
import { openWorkOf } from '../../customer/work/open-work.ts';
import { explainWorkCap } from '../../explain/work-caps.ts';
import type { GateRow } from '../row.ts';
import { suppress } from '../verdict.ts';
import { isFull, taskCaps } from '../work-caps.ts';

/** A colleague has this work about them already, as often as the policy, the moment or the step allows. It is left out, not held. */
export const taskCap: GateRow = {
  ofWork: true,
  decide: ({ state, copy, moment, journey, step, cap, catalogue, now }) =>
    copy &&
    isWork(copy.channels) &&
    !openWorkOf(state, moment, now) &&
    isFull(state, taskCaps(moment, { journey, step, cap }, catalogue), now)
      ? suppress('task-cap')
      : undefined,
  words: 'a colleague had been asked for this already',
  explain: explainWorkCap,
};
