import type { Import } from './imports.ts';

/**
 * The files that import each other, a sorted list for each knot of them: strongly connected components, by Tarjan's
 * algorithm.
 */
export const cyclesIn = (imports: Import[]): string[][] => {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const earliest = new Map<string, number>();
  const path: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    let low = order.get(file)!;
    const depth = path.push(file) - 1;
    for (const next of targets.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (path.includes(next)) low = Math.min(low, earliest.get(next) ?? order.get(next)!);
    }
    earliest.set(file, low);
    if (low < order.get(file)!) return;
    const knot = path.splice(depth);
    if (knot.length > 1 || targets.get(file)?.includes(file)) cycles.push(knot.toSorted());
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return cycles.toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1));
};
