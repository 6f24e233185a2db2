/** Plain values by key in memory: the last ones written as they are, all others as JSON, in a third of the room. */
export interface FoldedMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  keys(): string[];
  size(): number;
}

/**
 * A map that has at most `handy` values as they are. What it gives and takes is shared: nobody may change it. Those written
 * or read since half of `handy` were are young; what was not by the next time is folded.
 */
export const createFoldedMap = <Value extends object>(handy: number): FoldedMap<Value> => {
  const values = new Map<string, Value | string>();
  let young = new Set<string>();
  let old = new Set<string>();

  const fold = (): void => {
    for (const key of old) {
      const value = young.has(key) ? undefined : values.get(key);
      if (typeof value === 'object') values.set(key, JSON.stringify(value));
    }
    old = young;
    young = new Set();
  };

  const keep = (key: string, value: Value): void => {
    values.set(key, value);
    young.add(key);
    if (young.size > handy / 2) fold();
  };

  return {
    get: (key) => {
      const stored = values.get(key);
      if (typeof stored !== 'string') return stored;
      const value = JSON.parse(stored) as Value;
      keep(key, value);
      return value;
    },
    set: keep,
    delete: (key) => {
      values.delete(key);
      young.delete(key);
      old.delete(key);
    },
    keys: () => [...values.keys()],
    size: () => values.size,
  };
};
