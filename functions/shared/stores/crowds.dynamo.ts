import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ALL_CROWDS, countsIn } from './census-rows.dynamo.ts';
import { type CrowdCount, type Crowds, sumCrowds } from './crowds.ts';
import { queryAll, type TableDeps } from './query-all.dynamo.ts';

const readRow = (row: Record<string, AttributeValue>): CrowdCount[] => {
  const [crowd = ''] = (row.sk?.S ?? '').split('#');
  return countsIn(row).map(([[moment, state], count]) => ({
    crowd,
    moment: String(moment),
    state: String(state),
    count,
  }));
};

/** Counts of crowds, in Records: all in one partition, since there are few. */
export const createDynamoCrowds = (deps: TableDeps): Crowds => ({
  counts: async (crowd) => {
    const of = crowd === undefined ? undefined : { from: `${crowd}#`, to: `${crowd}#~` };
    return sumCrowds((await queryAll(deps, ALL_CROWDS, of)).flatMap(readRow));
  },
});
