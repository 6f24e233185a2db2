import type { EndReason } from '../../../language/catalogue/reason.ts';
import type { EndedEntry } from '../../customer/model/journal.ts';
import { grounds, unsure } from '../../explain/context.ts';
import { list, when } from '../../explain/tell.ts';
import { titleOf } from '../../explain/words/decision.ts';
import { ownValue } from '../../own-value.ts';
import type { GateRow } from '../row.ts';

const ENDED: Record<Exclude<EndReason, 'exit'>, string> = {
  finished: 'it had come to its end',
  goal: 'its goal was reached',
  farewell: 'they closed their account',
  expired: 'its longest path was over',
  'journey-retired': 'the journey had left the catalogue',
  'step-retired': 'the step they were at had left the journey',
  merged: 'they had entered it by another id of theirs already, or were in too many at once',
  erased: 'all that we knew of them was erased',
};

/** The enrolment was over, or went on to its last words. */
export const enrolmentEnded: GateRow = {
  words: 'enrolment ended',
  explain: ({ decision, after, catalogue, zone }) => {
    const { journey, enrolment, at } = decision;
    const title = titleOf(journey, catalogue);
    const named = { journey, enrolment };
    const otherwise = [`Had ${title} gone on for them, the message would still have been decided about.`];
    const ended = after.find((one): one is EndedEntry => one.kind === 'ended' && one.enrolment === enrolment);
    const reason = ended?.at === at ? ended.reason : 'exit';
    if (reason !== 'exit') {
      return grounds(
        [`${title} ended for them on ${when(at, zone)}: ${ownValue(ENDED, reason) ?? reason}.`],
        otherwise,
        named,
      );
    }
    const events = [...new Set((ownValue(catalogue.journeys, journey)?.exits ?? []).map(({ on }) => on))];
    if (events.length === 0) return unsure(`${title} ended for them, and the record does not say why.`, [], named);
    return grounds(
      [`They left ${title} early on ${when(at, zone)}, as it says, on ${list(events)}.`],
      otherwise,
      named,
    );
  },
};
