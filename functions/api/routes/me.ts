import { ROUTE_NAMES, type RouteName } from '../contract/paths.ts';
import type { Role } from '../contract/roles.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';
import { mayAsk } from '../roles.ts';

/** Names of the routes that these roles may ask. */
export const allowedTo = (roles: readonly Role[]): RouteName[] => ROUTE_NAMES.filter((name) => mayAsk(roles, name));

export const meHandlers = ({ stage, clock, running }: ApiDeps): Pick<Handlers, 'me'> => ({
  me: async (_, { caller }) => {
    const { version, project } = await running();
    const may = allowedTo(caller.roles).filter((name) => name !== 'advanceClock' || clock.advance !== undefined);
    const { name, isLocal, isKept } = stage;
    return {
      user: caller.user,
      roles: [...caller.roles],
      stage: name,
      isLocal,
      isKept,
      canAdvanceClock: may.includes('advanceClock'),
      canSendEvents: may.includes('sendEvents') && (!isKept || caller.roles.includes('admin')),
      may,
      version,
      zone: project.catalogue.policy.zone,
      now: new Date(clock.now()).toISOString(),
    };
  },
});
