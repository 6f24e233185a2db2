import { isSocial } from '../../../language/catalogue/purpose.ts';
import { grounds, inItsWay, unsure } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import { iso } from '../../time/instant.ts';
import type { GateRow } from '../row.ts';
import { hold } from '../verdict.ts';

/** The pause button. */
export const pausedByCustomer: GateRow = {
  decide: ({ state, purpose, now }) => {
    const until = state.paused?.until ?? 0;
    return isSocial(purpose) && until > now ? hold('paused-by-customer', until) : undefined;
  },
  basis: ({ state: { paused } }) => (paused ? { paused: { at: iso(paused.at), until: iso(paused.until) } } : {}),
  words: 'they had pressed pause',
  explain: (context) => {
    const { decision, zone } = context;
    const pause = decision.basis?.paused;
    if (!pause) return unsure('The record does not say until when they wanted silence.');
    return grounds(
      [`On ${when(pause.at, zone)} they asked for silence until ${when(pause.until, zone)}.`],
      [`Without that, or after ${when(pause.until, zone)}, or once they end it, ${inItsWay(context)}.`],
      { event: 'customer.paused', ends: pause.until },
    );
  },
};
