import type { Scenario } from '../../language/read/scenarios/scenario.ts';
import type { PlayRequest } from './play.ts';

/** What a scenario tells, as something to play. */
export const playRequestOf = ({ customer, startsAt, timeline, arms }: Scenario): PlayRequest => ({
  customer,
  startsAt,
  events: timeline.map(({ at, event, with: fields }) => ({
    at: new Date(Date.parse(startsAt) + at * 1000).toISOString(),
    event,
    with: fields,
  })),
  arms,
  days: 400,
});
