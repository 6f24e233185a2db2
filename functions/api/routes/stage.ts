import { CHANNELS, SENDABLE } from '../../../language/catalogue/channel.ts';
import { auditedActs } from '../../shared/stores/audit-log.ts';
import { readAdvance } from '../advance.ts';
import { Role } from '../contract/roles.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';
import { notFound } from '../problem.ts';
import { SAYS } from '../roles.ts';
import { withCursor } from '../with-cursor.ts';
import { COUNT } from './journeys.ts';
import { allowedTo } from './me.ts';

export const stageHandlers = (deps: ApiDeps): Pick<Handlers, 'listAudit' | 'settings' | 'advanceClock'> => ({
  listAudit: async ({ query: { after, count = COUNT, kind, subject } }) => {
    const about = kind === undefined || subject === undefined ? {} : { about: { kind, id: subject } };
    const { items, next } = await withCursor(after, () => deps.audit.page({ after, count, ...about }));
    return {
      items: auditedActs(items).map(({ format: _, request: __, outcome, ...line }) => ({
        ...line,
        outcome: outcome ?? ('done' as const),
      })),
      ...(next === undefined ? {} : { next }),
    };
  },

  settings: async () => {
    const { version, project } = await deps.running();
    const { catalogue } = project;
    const { name, isLocal, isKept } = deps.stage;
    const { draft, needsSecondPair, frameOrigins, sends } = await deps.stage.settings();
    const { zone, country } = catalogue.policy;
    return {
      stage: name,
      isLocal,
      isKept,
      version,
      catalogue: {
        version: catalogue.version,
        pace: catalogue.pace,
        journeys: Object.keys(catalogue.journeys).length,
        moments: Object.keys(catalogue.moments).length,
        events: Object.keys(catalogue.events).length,
      },
      zone,
      ...(country === undefined ? {} : { country }),
      draft,
      needsSecondPair,
      frameOrigins,
      channels: SENDABLE.map((channel) => ({
        channel,
        title: CHANNELS[channel].customer.name,
        sends,
        says: sends ? 'Goes out.' : 'Stays in the outbox of this machine: nothing goes out.',
      })),
      roles: Role.options.map((role) => ({ role, says: SAYS[role], may: allowedTo([role]) })),
    };
  },

  advanceClock: async ({ body: { advance } }, { did }) => {
    const { clock } = deps;
    if (!clock.advance) throw notFound('clock', 'of a stage', 'Only a local world can be moved ahead.');
    await clock.advance(readAdvance(advance));
    did({ given: { advance } });
    return { now: new Date(clock.now()).toISOString() };
  },
});
