import type { HeldMessage, HoldingQueue } from '../../../../functions/operate/redrive/holding-queue.ts';

/** A holding queue in memory: what is taken stays hidden until it is put back. */
export const memoryHoldingQueue = (...bodies: (string | Partial<HeldMessage>)[]) => {
  let handles = 0;
  const messages = bodies.map((one) => ({
    body: '',
    sentAt: 1,
    handle: `h${++handles}`,
    hidden: false,
    ...(typeof one === 'string' ? { body: one } : one),
  }));
  const find = ({ handle }: HeldMessage) => messages.findIndex((one) => one.handle === handle);
  const queue: HoldingQueue = {
    count: async () => messages.length,
    take: async () => {
      const batch = messages.filter(({ hidden }) => !hidden).slice(0, 10);
      for (const one of batch) one.hidden = true;
      return batch.map(({ hidden: _, ...one }) => one);
    },
    putBack: async (batch) => {
      for (const one of batch) messages[find(one)]!.hidden = false;
    },
    remove: async (batch) => {
      for (const one of batch) messages.splice(find(one), 1);
    },
  };
  return {
    queue,
    bodies: () => messages.map(({ body }) => body),
    visible: () => messages.filter(({ hidden }) => !hidden).length,
  };
};
