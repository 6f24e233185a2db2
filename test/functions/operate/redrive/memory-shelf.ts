import type { Lying, Shelf } from '../../../../functions/operate/redrive/shelf.ts';

/** A shelf in memory: what is taken stays hidden until it is put back. */
export const memoryShelf = (...bodies: (string | Partial<Lying>)[]) => {
  let handles = 0;
  const lying = bodies.map((one) => ({
    body: '',
    sentAt: 1,
    handle: `h${++handles}`,
    hidden: false,
    ...(typeof one === 'string' ? { body: one } : one),
  }));
  const find = ({ handle }: Lying) => lying.findIndex((one) => one.handle === handle);
  const shelf: Shelf = {
    count: async () => lying.length,
    take: async () => {
      const taken = lying.filter(({ hidden }) => !hidden).slice(0, 10);
      for (const one of taken) one.hidden = true;
      return taken.map(({ hidden: _, ...one }) => one);
    },
    putBack: async (taken) => {
      for (const one of taken) lying[find(one)]!.hidden = false;
    },
    remove: async (taken) => {
      for (const one of taken) lying.splice(find(one), 1);
    },
  };
  return {
    shelf,
    bodies: () => lying.map(({ body }) => body),
    visible: () => lying.filter(({ hidden }) => !hidden).length,
  };
};
