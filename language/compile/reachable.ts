import type { State } from './asl.ts';

const nextOf = (state: State): string[] => {
  if (state.Type === 'Choice') return [...state.Choices.map(({ Next }) => Next), state.Default];
  return state.Type === 'Task' ? [state.Next] : [];
};

/** The states that a machine can come to, in their order: what stands behind an exit on every path is left out. */
export const reachable = (states: Record<string, State>, entry: string): Record<string, State> => {
  const reached = new Set<string>();
  const open = [entry];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states[name];
    if (!state || reached.has(name)) continue;
    reached.add(name);
    open.push(...nextOf(state));
  }
  return Object.fromEntries(Object.entries(states).filter(([name]) => reached.has(name)));
};
