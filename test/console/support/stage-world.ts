import type { Role } from '../../../functions/api/contract/roles.ts';
import type { User } from '../../../functions/api/contract/users.ts';
import type { Fakes } from './fake-api.ts';
import { smallWorld } from './small-world.ts';
import { SETTINGS } from './world/settings.ts';

const USERS: User[] = [
  { user: 'you', name: 'you@acme.example', roles: ['admin'], isEnabled: true, state: 'active', isMe: true },
  {
    user: 'bo',
    name: 'bo.with-a-very-long-name.of-the-north-sea-branch@subsidiary.of-acme.example',
    roles: ['viewer', 'agent'],
    isEnabled: true,
    state: 'invited',
    isMe: false,
  },
  { user: 'cy', name: 'cy@acme.example', roles: [], isEnabled: false, state: 'by-provider', isMe: false },
];

/** The small world as a stage that people sign in to. */
export const stageWorld = (role: Role): Fakes => ({
  ...smallWorld(role),
  settings: () => ({ ...SETTINGS, isLocal: false, isKept: true, stage: 'production' }),
  listUsers: () => ({ items: USERS }),
});
