import type { CustomerState } from '../../core/customer/model/state.ts';
import { HOUR } from '../../language/catalogue/milliseconds.ts';
import type { Life } from './life.ts';
import type { RawEvent } from './traffic.ts';

/** Few: what mood is after one, the oracle does not know. */
const SHARE = 0.03;

/** Customers who say that we understood them wrong, hours after they see what we heard in their words. */
export const createDisputes = (publish: (life: Life, at: number, event: RawEvent) => void) => {
  const seen = new Set<string>();
  return {
    committed: (life: Life, { id: customerId, evidence, at }: CustomerState): void => {
      for (const { id } of evidence) {
        if (id === undefined || seen.has(`${customerId} ${id}`)) continue;
        seen.add(`${customerId} ${id}`);
        const draw = life.luck.about(`whether ${id} was understood`);
        if (!draw.happens(SHARE)) continue;
        const then = at + draw.between(0, 40) * HOUR;
        publish(life, then, {
          id: `d-${life.id}-${++life.reactions}`,
          source: 'storm',
          'detail-type': 'customer.evidence_disputed',
          time: new Date(then).toISOString(),
          detail: { customerId, evidence: id },
        });
      }
    },
  };
};
