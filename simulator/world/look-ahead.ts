import type { Tell } from '../../functions/broadcast/ports.ts';
import { createPlan } from '../../functions/capacity/plan.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { HOUR } from '../../language/catalogue/milliseconds.ts';
import type { Census } from './census.ts';

interface LookingAhead {
  catalogue: Catalogue;
  /** Missing where no census is taken: then nobody knows what there is to do. */
  census: Pick<Census, 'queue' | 'crowds'> | undefined;
  tell: Tell;
  now: () => number;
}

/** The hours at which a stage looks at what its teams will not reach. */
export const createLookAhead = ({ catalogue, census, tell, now }: LookingAhead) => {
  const isCounted = Object.values(catalogue.policy.teams ?? {}).some(({ calls }) => calls !== undefined);
  const plan = census && createPlan({ catalogue, ...census, tell, now });
  let looked = Number.NEGATIVE_INFINITY;
  return {
    /** The full hour at which to look, if a team counts its work and there is any; undefined where that is not before `end`. */
    next: async (end: number): Promise<number | undefined> => {
      const hour = Math.max(Math.ceil(now() / HOUR) * HOUR, looked + HOUR);
      if (!isCounted || !census || hour >= end) return undefined;
      const { items } = await census.queue.page({ list: 'open' }, { count: 1 });
      const isAny = items.length > 0 || (await census.crowds.counts()).some(({ state }) => state === 'open');
      return isAny ? hour : undefined;
    },
    look: async (): Promise<void> => {
      await plan?.();
      looked = now();
    },
  };
};
