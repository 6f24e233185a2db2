import type { User } from '../contract/users.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';
import type { Caller, StageUser, StageUsers } from '../ports.ts';
import { notFound, Refused } from '../problem.ts';

const shownTo = (caller: Caller, { id, ...user }: StageUser): User => ({ ...user, isMe: id === caller.user.id });

const PAGE = 50;

/** Who may sign in, and as what. Nobody takes from themselves what lets them give it back. */
export const userHandlers = (deps: ApiDeps): Pick<Handlers, 'listUsers' | 'inviteUser' | 'setRoles' | 'setAccess'> => {
  const pool = (): StageUsers => {
    if (deps.users) return deps.users;
    throw new Refused(404, 'Locally nobody signs in: choose a role in the corner.');
  };
  const findUser = async (name: string): Promise<StageUser> => {
    const user = await pool().find(name);
    if (user) return user;
    throw notFound('user', name, 'The list of users has their names.');
  };
  return {
    listUsers: async ({ query: { after, count = PAGE } }, { caller }) => {
      const { items, next } = await pool().list({ after, count });
      return { items: items.map((user) => shownTo(caller, user)), ...(next === undefined ? {} : { next }) };
    },

    inviteUser: async ({ body: { email, roles } }, { caller, did }) => {
      const invited = await pool().invite(email, roles);
      if (!invited) throw new Refused(409, `${email} may sign in already: change their roles in the list.`);
      did({ given: { roles } });
      return shownTo(caller, invited);
    },

    setRoles: async ({ params: { user: name }, body: { roles } }, { caller, did }) => {
      const user = await findUser(name);
      if (user.id === caller.user.id && user.roles.includes('admin') && !roles.includes('admin'))
        throw new Refused(409, 'Nobody takes the role of admin from themselves. Ask another admin to.');
      await pool().setRoles(user.user, user.roles, roles);
      did({ before: { roles: user.roles }, after: { roles } });
      return shownTo(caller, { ...user, roles });
    },

    setAccess: async ({ params: { user: name }, body: { isEnabled } }, { caller, did }) => {
      const user = await findUser(name);
      if (user.id === caller.user.id && !isEnabled)
        throw new Refused(409, 'Nobody locks themselves out. Ask another admin to.');
      await pool().setAccess(user.user, isEnabled);
      did({ before: { isEnabled: user.isEnabled }, after: { isEnabled } });
      return shownTo(caller, { ...user, isEnabled });
    },
  };
};
