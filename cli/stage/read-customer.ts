import { collectRecords } from '../../functions/shared/stores/collect-records.ts';
import type { CustomerData } from '../customer-data.ts';
import { UsageError } from '../usage-error.ts';
import { askStage } from './ask-stage.ts';

/** Everything that a stage has of one customer, page by page. Throws UsageError where that is nothing. */
export const readFromStage = async (stage: string, customer: string, ask = askStage): Promise<CustomerData> => {
  const { items: [item] = [] } = await ask(stage, { command: 'read', customer, part: 'state' });
  const state = item as CustomerData['state'];
  const ids = state ? [state.id, ...(state.aliases ?? [])] : [customer];
  const { records } = await collectRecords(async (id, part, after) => {
    const { items = [], next } = await ask(stage, { command: 'read', customer: id, part, after });
    return { items, ...(next !== undefined && { next }) };
  }, ids);
  if (state === undefined && Object.values(records).every((all) => all.length === 0)) {
    throw new UsageError(`Nothing is held of ${JSON.stringify(customer)} on the stage ${stage}.`);
  }
  return { customer, state, ...records };
};
