import type { Broadcast, Broadcasts } from '../../functions/shared/stores/broadcasts.ts';

/** Events about everyone, in memory. */
export const createMemoryBroadcasts = (): Broadcasts => {
  const all = new Map<string, Broadcast>();
  return {
    begin: async (broadcast) => {
      const current = all.get(broadcast.id) ?? broadcast;
      all.set(current.id, current);
      return current;
    },
    load: async (id) => all.get(id),
    advance: async (from, to) => {
      const current = all.get(to.id);
      if (current?.step !== from) return false;
      const { stopped: _, ...rest } = to;
      all.set(to.id, { ...rest, ...(current.stopped !== undefined && { stopped: current.stopped }) });
      return true;
    },
    list: async (count) => [...all.values()].sort((one, other) => other.startedAt - one.startedAt).slice(0, count),
    stop: async (id, stopped) => {
      const current = all.get(id);
      if (!current) return undefined;
      const { stopped: _, ...rest } = current;
      const next = { ...rest, ...(stopped !== undefined && { stopped }) };
      all.set(id, next);
      return next;
    },
  };
};
