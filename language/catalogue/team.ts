import type { Policy } from './policy.ts';

/** Whose work it is: the team that its moment names, else the only one that there is. */
export const teamOf = (named: string | undefined, teams: Policy['teams'] = {}): string | undefined => {
  if (named !== undefined) return named;
  const [only, ...others] = Object.keys(teams);
  return others.length === 0 ? only : undefined;
};
