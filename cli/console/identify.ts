import type { Context } from 'hono';
import { Role } from '../../functions/api/contract/roles.ts';
import type { Caller } from '../../functions/api/ports.ts';
import { Refused } from '../../functions/api/problem.ts';

const HEADER = 'x-tactful-role';

/** Whoever is at this machine, in the roles that they chose to try: an admin where they chose none. */
export const identifyLocally =
  (user: string) =>
  (c: Context): Caller => {
    const names = (c.req.header(HEADER) ?? 'admin').split(/[\s,]+/).filter(Boolean);
    const roles = names.map((name) => {
      const { data } = Role.safeParse(name);
      if (data) return data;
      throw new Refused(
        400,
        `${HEADER} is ${JSON.stringify(name.slice(0, 40))}; it should be ${Role.options.join(', ')}.`,
      );
    });
    return { user: { id: user, name: user }, roles, vouched: 'nobody' };
  };
