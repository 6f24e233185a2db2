import { PATHS, type RouteName } from '../../../../functions/api/contract/paths.ts';
import { Role } from '../../../../functions/api/contract/roles.ts';
import type { Settings } from '../../../../functions/api/contract/stage.ts';
import { mayAsk, SAYS } from '../../../../functions/api/roles.ts';

/** A local world as it is set. */
export const SETTINGS: Settings = {
  stage: 'local',
  isLocal: true,
  isKept: false,
  version: 7,
  catalogue: { version: '9f31c0ab', pace: 1, journeys: 4, moments: 35, events: 24 },
  zone: 'Europe/London',
  country: 'GB',
  draft: 'workflows/',
  needsSecondPair: false,
  frameOrigins: [],
  channels: [
    { channel: 'email', title: 'Email', sends: false, says: 'Locally nothing leaves this computer.' },
    { channel: 'inbox', title: 'Inbox', sends: true, says: 'In the app, until it is read.' },
  ],
  roles: Role.options.map((one) => ({
    role: one,
    says: SAYS[one],
    may: (Object.keys(PATHS) as RouteName[]).filter((name) => mayAsk([one], name)),
  })),
};
