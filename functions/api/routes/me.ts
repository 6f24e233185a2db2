import { PATHS, type RouteName } from '../contract/paths.ts';
import type { Role } from '../contract/roles.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';
import { MAY } from '../roles.ts';

const isName = (name: string): name is RouteName => Object.hasOwn(PATHS, name);

/** Names of the routes that these roles may ask. */
export const allowedTo = (roles: readonly Role[]): RouteName[] =>
  Object.keys(PATHS).filter(
    (name): name is RouteName => isName(name) && roles.some((role) => MAY[name].includes(role)),
  );

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
