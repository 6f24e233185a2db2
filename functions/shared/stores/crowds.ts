/** Work of a crowd: customers whom one event about everyone gave the same to do for them. */
export interface WorkOfMany {
  /** The event, as customers' items have it. */
  crowd: string;
  /** The moment that says what to do. */
  moment: string;
}

/** How many of a crowd have their work in a state, such as `open`. What a later release calls one is counted as it stands. */
export interface CrowdCount extends WorkOfMany {
  state: string;
  count: number;
}

/** Port: how many have work that events about everyone gave. Counts lag behind commits by up to half a minute. */
export interface Crowds {
  /** Of one crowd, or of all of the last months. */
  counts(crowd?: string): Promise<CrowdCount[]>;
}

/** Counts of the same added up; what comes to nothing is left out. */
export const sumCrowds = (counts: readonly CrowdCount[]): CrowdCount[] => {
  const sums = new Map<string, CrowdCount>();
  for (const one of counts) {
    const key = JSON.stringify([one.crowd, one.moment, one.state]);
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].filter(({ count }) => count !== 0);
};
