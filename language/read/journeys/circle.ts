/** The first circle that can be walked from `start` along `next`, as the names on it, or undefined. */
export const circleFrom = (start: string, next: (name: string) => readonly string[]): string[] | undefined => {
  const dead = new Set<string>();
  const walk = (name: string, trail: readonly string[]): string[] | undefined => {
    if (trail.length > 0 && name === start) return [...trail];
    if (trail.includes(name) || dead.has(name)) return undefined;
    for (const each of next(name)) {
      const circle = walk(each, [...trail, name]);
      if (circle) return circle;
    }
    dead.add(name);
    return undefined;
  };
  return walk(start, []);
};
