import type { Broadcasting } from '../../../functions/api/ports.ts';
import type { LocalWorld } from '../local-world.ts';

/** Events about everyone, in a local world: all are asked within one moment of it. */
export const createLocalBroadcasting = ({ ask }: Pick<LocalWorld, 'ask'>): Broadcasting => ({
  list: (count) => ask((world) => world.broadcasts(count)),
  ask: (command) => ask((world) => world.askBroadcasts(command)),
});
