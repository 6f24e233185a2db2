import { inOrder } from '../../core/explain/in-order.ts';
import type { CommandOf } from '../../functions/operate/command.ts';
import type { CustomerData } from '../customer-data.ts';
import { UsageError } from '../usage-error.ts';
import { askStage } from './ask-stage.ts';

/** Everything that a stage has of one customer, page by page. Throws UsageError where that is nothing. */
export const readFromStage = async (stage: string, customer: string, ask = askStage): Promise<CustomerData> => {
  const readAll = async (part: CommandOf<'read'>['part'], id = customer): Promise<unknown[]> => {
    const all: unknown[] = [];
    for (let after: string | undefined; ; ) {
      const { items = [], next } = await ask(stage, { command: 'read', customer: id, part, after });
      all.push(...items);
      if (next === undefined) return all;
      after = next;
    }
  };
  const [state] = (await readAll('state')) as CustomerData['state'][];
  const timelines: CustomerData['timeline'][] = [];
  const messages: unknown[] = [];
  const past: unknown[] = [];
  for (const id of state ? [state.id, ...(state.aliases ?? [])] : [customer]) {
    timelines.push((await readAll('timeline', id)) as CustomerData['timeline']);
    messages.push(...(await readAll('messages', id)));
    past.push(...(await readAll('past', id)));
  }
  const timeline = inOrder(timelines);
  if (state === undefined && timeline.length === 0 && messages.length === 0 && past.length === 0) {
    throw new UsageError(`Nothing is held of ${JSON.stringify(customer)} on the stage ${stage}.`);
  }
  return { customer, state, timeline, messages, ...(past.length > 0 && { past }) };
};
