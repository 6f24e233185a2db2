import type { Me } from '../../../../functions/api/contract/me.ts';
import { PATHS, type RouteName } from '../../../../functions/api/contract/paths.ts';
import type { Role } from '../../../../functions/api/contract/roles.ts';
import { mayAsk } from '../../../../functions/api/roles.ts';
import { NOW } from './time.ts';

export const meAs = (role: Role): Me => ({
  user: { id: 'you', name: 'You' },
  roles: [role],
  stage: 'local',
  isLocal: true,
  isKept: false,
  canAdvanceClock: true,
  canSendEvents: mayAsk([role], 'sendEvents'),
  may: (Object.keys(PATHS) as RouteName[]).filter((name) => mayAsk([role], name)),
  version: 7,
  zone: 'Europe/London',
  now: NOW,
});
