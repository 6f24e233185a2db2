import * as z from 'zod';
import { countKey, countsIn } from './census-rows.dynamo.ts';
import { COUNTED, type Count, type Counts } from './counts.ts';
import { queryAll, type TableDeps } from './query-all.dynamo.ts';

const CountName = z.tuple([z.enum(COUNTED), z.string(), z.string(), z.record(z.string(), z.string())]);

/** After every row of a day. */
const END = '$';

/** What became of everybody, in Records: a partition for each journey, in it a row for each day and step. */
export const createDynamoCounts = (deps: TableDeps): Counts => ({
  of: async (journey, { from, to }) => {
    const { pk } = countKey({ journey, day: from } as Count, 0);
    const counts = new Map<string, Count>();
    for (const row of await queryAll(deps, pk, { from, to: `${to}${END}` })) {
      const [day = '', step = ''] = row.sk?.S?.split('#') ?? [];
      for (const [name, count] of countsIn(row)) {
        // A later release may count what this one does not know.
        const { data } = CountName.safeParse(name);
        if (!data) continue;
        const [kind, value, reason, arms] = data;
        const key = JSON.stringify([day, step, name]);
        const sum = (counts.get(key)?.count ?? 0) + count;
        counts.set(key, { day, journey, step, kind, value, reason, arms, count: sum });
      }
    }
    return [...counts.values()];
  },
});
