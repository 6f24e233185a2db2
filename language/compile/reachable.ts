import type { State } from './asl.ts';

const nextOf = (state: State): string[] => {
  if (state.Type === 'Choice')
    return [...state.Choices.map(({ Next }) => Next), ...(state.Default ? [state.Default] : [])];
  const next = 'Next' in state && state.Next !== undefined ? [state.Next] : [];
  return state.Type === 'Task' ? [...next, ...(state.Catch ?? []).map(({ Next }) => Next)] : next;
};

/** The states that a machine can come to, in their order: what stands behind an exit on every path is left out. */
export const reachable = (states: Record<string, State>, entry: string): Record<string, State> => {
  const found = new Set<string>();
  const open = [entry];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states[name];
    if (!state || found.has(name)) continue;
    found.add(name);
    open.push(...nextOf(state));
  }
  return Object.fromEntries(Object.entries(states).filter(([name]) => found.has(name)));
};
