import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import type { Enrolment } from '../model/enrolment.ts';
import { moodWordOf, tenureDaysOf } from '../model/facts.ts';
import { isOpenWork } from '../model/listed-work.ts';
import type { Need } from './need.ts';
import { rankOf } from './need.ts';

/** How grave it is what somebody entered by, 0 to 1: the place of the event's `severity` among its words, from light to grave. */
export const severityOf = (
  { journey, event }: Pick<Enrolment, 'journey' | 'event'>,
  { journeys, events }: Pick<Catalogue, 'journeys' | 'events'>,
): number | undefined => {
  for (const on of ownValue(journeys, journey)?.enter.on ?? []) {
    const words = ownValue(ownValue(events, on)?.fields ?? {}, 'severity')?.type;
    const place = Array.isArray(words) ? words.indexOf(String(event.severity)) : -1;
    if (Array.isArray(words) && place >= 0) return words.length < 2 ? 1 : place / (words.length - 1);
  }
  return undefined;
};

export const needOf = ({ state, now, deps }: Draft, severity: number | undefined): Need => ({
  severity,
  mood: moodWordOf(state, now, deps.catalogue.policy),
  tenure: tenureDaysOf(state, now),
});

/** What somebody has said since moves their work up and down. */
export const rankAnew = (draft: Draft): void => {
  const { state } = draft;
  for (const [id, work] of Object.entries(state.tasks ?? {})) {
    if (!isOpenWork(work)) continue;
    const rank = rankOf(work.due, needOf(draft, work.severity));
    if (rank !== work.rank) state.tasks = { ...state.tasks, [id]: { ...work, rank } };
  }
};
