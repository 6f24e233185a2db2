import type * as z from 'zod';
import { Role } from '../contract/roles.ts';

/** The groups of a token as roles. An HTTP API hands a list on as the text `[viewer agent]`; groups that are no roles are somebody else's. */
export const rolesOf = (groups: unknown): z.infer<typeof Role>[] => {
  const names = (
    Array.isArray(groups)
      ? groups.map(String)
      : String(groups ?? '')
          .replace(/^\[|\]$/g, '')
          .split(/[\s,]+/)
  ) as string[];
  return Role.options.filter((role) => names.includes(role));
};
