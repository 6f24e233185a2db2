import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { createAnswerCrowd } from '../../../functions/broadcast/answer-crowd.ts';
import { createBeginBroadcast } from '../../../functions/broadcast/begin.ts';
import { createBroadcast } from '../../../functions/broadcast/broadcast.ts';
import type { BroadcastStep, TimedEvent } from '../../../functions/broadcast/ports.ts';
import { createMemoryBroadcasts } from '../../../simulator/world/broadcasts.memory.ts';
import { createMemoryStore } from '../../../simulator/world/customers.memory.ts';
import { createMemoryQueue } from '../../../simulator/world/queue.memory.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';

export const DOWN = {
  id: 'down#f1',
  type: 'down',
  at: new Date(T0 - 1000).toISOString(),
  fields: { plan: 'pro' },
  detail: { plan: 'pro' },
};

/** A queue that loses nothing: a message stays until it is taken. */
interface Waiting {
  step: BroadcastStep;
  seconds: number;
}

/** Customers of two plans, of whom each third is affected, and a broadcaster over them. `die` is asked before every call. */
export const openBroadcasting = async ({
  people = 30,
  perSecond = 50,
  die = () => {},
}: {
  people?: number;
  perSecond?: number;
  die?: (call: string) => void;
} = {}) => {
  const store = createMemoryStore();
  for (let number = 0; number < people; number++) {
    const value = number % 3 === 0 ? 'pro' : 'solo';
    const plan = { value, provenance: 'stated' as const, event: 'start', at: T0 };
    await store.commit({ ...emptyCustomer(`c${number}`, T0 - 5000), version: 1, attributes: { plan } });
  }
  const broadcasts = createMemoryBroadcasts();
  const work = createMemoryQueue();
  const queue: Waiting[] = [];
  const events: TimedEvent[] = [];
  const around =
    <Input extends unknown[], Answer>(name: string, call: (...input: Input) => Promise<Answer>) =>
    async (...input: Input): Promise<Answer> => {
      die(`before ${name}`);
      const answer = await call(...input);
      die(`after ${name}`);
      return answer;
    };
  const clock = { now: T0 };
  const deps = {
    broadcasts: {
      ...broadcasts,
      load: around('load', broadcasts.load),
      begin: around('begin', broadcasts.begin),
      list: around('list', broadcasts.list),
      advance: around('advance', broadcasts.advance),
    },
    everyone: { page: around('page', store.everyone.page), count: around('count', store.everyone.count) },
    steps: {
      send: around('send', async (step: BroadcastStep, seconds: number) => void queue.push({ step, seconds })),
    },
    work: { page: around('work', work.read.page) },
    load: around('read', store.load),
    tell: around('tell', async (some: TimedEvent[]) => void events.push(...some)),
    catalogue: catalogue({
      events: { down: eventType({ everyone: { affects: 'customer.plan = event.plan', perSecond } }) },
    }),
    now: () => clock.now,
  };
  const affected = (await store.everyone.page(undefined, people)).states
    .filter(({ attributes }) => attributes.plan?.value === 'pro')
    .map(({ id }) => id);
  return {
    store,
    work: work.index,
    broadcasts,
    queue,
    events,
    clock,
    affected,
    begin: createBeginBroadcast(deps),
    answer: createAnswerCrowd(deps),
    step: createBroadcast(deps),
    deps,
  };
};
