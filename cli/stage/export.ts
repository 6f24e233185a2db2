import { type Answer, askStage } from './stage.ts';

/** Everything that a stage holds of one customer, as a JSON document. */
export const exportCustomer = async (stage: string, customer: string, ask = askStage): Promise<Answer> => {
  const all = async (part: string): Promise<unknown[]> => {
    const found: unknown[] = [];
    for (let after: string | undefined; ; ) {
      const { items = [], next } = await ask(stage, { command: 'read', customer, part, after });
      found.push(...items);
      if (next === undefined) return found;
      after = next;
    }
  };
  const [state] = await all('state');
  const held = { customer, state, timeline: await all('timeline'), messages: await all('messages') };
  const isEmpty = state === undefined && held.timeline.length === 0 && held.messages.length === 0;
  if (isEmpty) return { ok: false, lines: [`Nothing is held of ${JSON.stringify(customer)} on the stage ${stage}.`] };
  return { ok: true, lines: [JSON.stringify(held, null, 2)] };
};
