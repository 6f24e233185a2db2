import type { Hono } from 'hono';
import { decisionId } from '../core/customer/decision-id.ts';
import { inOrder } from '../core/explain/in-order.ts';
import { createPreferences } from '../functions/preferences/preferences.ts';
import { createLinks, type Links } from '../functions/shared/link.ts';
import { PREFERENCES } from '../functions/shared/source.ts';
import type { Catalogue } from '../language/catalogue/catalogue.ts';
import type { World } from './world/world.ts';

/** No secret: who could misuse it runs the world already. */
const LOCAL_KEY = 'links of a world on one machine';

/** Links in messages of a world whose pages can be opened: they lead below `baseUrl`, such as `http://localhost:4400`, or nothing for the same host. */
export const openLinks = (baseUrl: string, now: () => number): Links => ({
  ...createLinks({ key: LOCAL_KEY, baseUrl, now: () => new Date(now()) }),
  // Nobody pays for a letter here, and nothing has to be kept for it.
  shorten: (url) => ({ url, code: '', target: url, until: 0 }),
});

interface WorldPages {
  /** As the world's messages have them: `openLinks`. */
  links: Links;
  catalogue: Catalogue;
  /** Of a world that is opened again after each change of its workflows: the one that is open. */
  world: () => Pick<World, 'now' | 'customer' | 'idsOf' | 'timeline' | 'outbox' | 'sign' | 'spentOf'>;
  /** Puts an envelope on the world's bus. */
  arrive: (envelope: Record<string, unknown>) => Promise<unknown>;
  newId: () => string;
  report: (error: unknown) => void;
}

/** The pages behind the links of a world's messages: what deployed stages show, over what the world knows. */
export const createWorldPages = ({ links, catalogue, world, arrive, newId, report }: WorldPages): Hono =>
  createPreferences({
    catalogue,
    links: async () => links,
    load: (customer) => world().customer(customer),
    decisionOf: async (customer, key) =>
      world()
        .timeline.of(customer)
        .flatMap((entry) => (entry.kind === 'decision' ? [entry] : []))
        .findLast((decision) => decisionId(decision) === decisionId(key)),
    exportCustomer: async (customer) => {
      const [state, ids] = [await world().customer(customer), await world().idsOf(customer)];
      const timeline = inOrder(ids.map((id) => world().timeline.of(id)));
      return { customer, state, timeline, messages: ids.flatMap((id) => world().outbox.of(id)) };
    },
    shortLink: async () => undefined,
    publish: async (events) => {
      const time = new Date(world().now).toISOString();
      for (const { type, detail } of events)
        await arrive({
          id: newId(),
          source: PREFERENCES,
          'detail-type': type,
          time,
          detail: world().sign(type, detail),
        });
    },
    spentOf: (kinds) => world().spentOf(kinds),
    // What was published has been taken in already.
    pause: async () => {},
    now: () => world().now,
    count: () => {},
    report,
  });
