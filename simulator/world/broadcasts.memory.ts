import type { Broadcast, Broadcasts } from '../../functions/shared/stores/broadcasts.ts';

/** Events about everyone, in memory. */
export const createMemoryBroadcasts = (): Broadcasts => {
  const all = new Map<string, Broadcast>();
  return {
    begin: async (broadcast) => {
      const kept = all.get(broadcast.id) ?? broadcast;
      all.set(kept.id, kept);
      return kept;
    },
    load: async (id) => all.get(id),
    advance: async (from, to) => {
      const kept = all.get(to.id);
      if (kept?.step !== from) return false;
      const { stopped: _, ...rest } = to;
      all.set(to.id, { ...rest, ...(kept.stopped !== undefined && { stopped: kept.stopped }) });
      return true;
    },
    list: async (count) => [...all.values()].sort((one, other) => other.startedAt - one.startedAt).slice(0, count),
    stop: async (id, stopped) => {
      const kept = all.get(id);
      if (!kept) return undefined;
      const { stopped: _, ...rest } = kept;
      const next = { ...rest, ...(stopped !== undefined && { stopped }) };
      all.set(id, next);
      return next;
    },
  };
};
