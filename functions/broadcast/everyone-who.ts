import type { Askers } from '../shared/stores/askers.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import type { Everyone } from './ports.ts';

/** Those who asked for a theme, instead of everybody: each item is read, since the index may be a moment behind. */
export const everyoneWhoAsked = (askers: Askers, load: CustomerStore['load'], theme: string): Everyone => ({
  page: async (after, count) => {
    const { customers, next } = await askers.page(theme, after, count);
    const items = await Promise.all(customers.map(load));
    return { states: items.flatMap((state) => state ?? []), ...(next !== undefined && { next }) };
  },
  count: () => askers.count(theme),
});
