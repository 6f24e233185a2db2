import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { type Day, type Days, dayOf } from './counts.ts';
import { restingIn } from './people.dynamo.ts';
import { queryAll, type TableDeps } from './query-all.dynamo.ts';
import type { Upcoming, UpcomingCount } from './upcoming.ts';

const daysOf = ({ from, to }: Days): Day[] => {
  const days: Day[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) days.push(dayOf(at));
  return days;
};

/** What is due when, in Records: a partition for each day, in it rows for each journey. */
export const createDynamoUpcoming = (deps: TableDeps): Upcoming => {
  const onDay = async (day: Day): Promise<UpcomingCount[]> => {
    const rows = Map.groupBy(await queryAll(deps, `upcoming#${day}`), ({ sk }) => sk?.S?.split('#')[0] ?? '');
    return [...rows].flatMap(([journey, own]) => restingIn(own).map((one) => ({ day, journey, ...one })));
  };
  return { on: async (days) => (await Promise.all(daysOf(days).map(onDay))).flat() };
};
