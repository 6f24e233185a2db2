/** A function that remembers its answers by key, since Intl formatters are dear to make. Forgets all when it is full. */
export const memoizeByKey = <Value>(
  make: (...parts: string[]) => Value,
  size = 500,
): ((...parts: string[]) => Value) => {
  const cache = new Map<string, Value>();
  return (...parts) => {
    const key = parts.join('\n');
    const hit = cache.get(key);
    if (hit !== undefined) return hit;
    if (cache.size >= size) cache.clear();
    const value = make(...parts);
    cache.set(key, value);
    return value;
  };
};
