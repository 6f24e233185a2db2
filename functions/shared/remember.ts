/** A function that remembers its answers by key, since Intl formatters are dear to make. Forgets all when it is full. */
export const remember = <Made>(make: (...parts: string[]) => Made, size = 500): ((...parts: string[]) => Made) => {
  const known = new Map<string, Made>();
  return (...parts) => {
    const key = parts.join('\n');
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= size) known.clear();
    const made = make(...parts);
    known.set(key, made);
    return made;
  };
};
