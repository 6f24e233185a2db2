import type { Path } from './source.ts';

/** Where the step starts that holds the place, if one does; `lists` are the keys of lists of steps. */
const stepAround = (path: Path, lists: readonly string[]): Path | undefined => {
  const last = path.findLastIndex((key, place) => typeof key === 'number' && lists.includes(String(path[place - 1])));
  return last < 0 ? undefined : path.slice(0, last + 1);
};

const holderOf = (value: unknown, path: Path): Record<string | number, unknown> | undefined => {
  let now = value;
  for (const key of path.slice(0, -1))
    now = typeof now === 'object' && now !== null ? (now as Record<string | number, unknown>)[key] : undefined;
  return typeof now === 'object' && now !== null ? (now as Record<string | number, unknown>) : undefined;
};

/**
 * A copy without what is wrong at these places, so that the rest can still be checked: steps become a wait for nothing,
 * which leaves the others where they are; other keys are left out.
 */
export const withoutFaults = (value: unknown, paths: readonly Path[], lists: readonly string[]): unknown => {
  const copy = structuredClone(value);
  for (const path of paths) {
    const step = stepAround(path, lists);
    const at = step ?? path;
    const key = at.at(-1);
    const holder = key === undefined ? undefined : holderOf(copy, at);
    if (!holder || key === undefined) continue;
    if (step) holder[key] = { wait: '0 minutes' };
    else if (Array.isArray(holder)) return undefined;
    else delete holder[key];
  }
  return copy;
};
