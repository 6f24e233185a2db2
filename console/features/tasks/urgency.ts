import type { Task } from '../../../functions/api/contract/work.ts';

/** The lower the mood and the more is open, the more they need somebody; of two alike, who waits longer. */
export const byNeed = (a: Task, b: Task): number => {
  const open = (b.openIncidents ?? 0) - (a.openIncidents ?? 0);
  const mood = (a.moodScore ?? 0) - (b.moodScore ?? 0);
  return mood || open || a.at.localeCompare(b.at);
};
