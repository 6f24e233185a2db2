import { emptyCustomer } from '../../core/customer/model/empty-customer.ts';
import type { Evident, IncomingEvent } from '../../core/customer/model/incoming.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { reduce } from '../../core/customer/reduce.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';

/** What happens to a customer, when, in milliseconds since 1970. */
export interface Happening {
  at: number;
  type: string;
  fields?: Record<string, unknown>;
  signals?: Evident[];
}

/** What decides: of this tree, or of another. */
export interface Engine {
  reduce: typeof reduce;
  emptyCustomer: typeof emptyCustomer;
}

/** Days in all of negative mood that what happens costs, with nothing else heard. */
export const daysOfQuiet = async (
  happenings: Happening[],
  catalogue: Catalogue,
  engine: Engine = { reduce, emptyCustomer },
): Promise<number> => {
  const assignment = { holdout: () => false, arm: () => '' };
  const deps = { catalogue, paused: new Set<string>(), assignment, catalogueNumber: 1 };
  let state: CustomerState = engine.emptyCustomer('ada', happenings[0]?.at ?? 0);
  let quiet = 0;
  for (const [index, { at, type, fields = {}, signals = [] }] of happenings.entries()) {
    const event: IncomingEvent = {
      id: `e${index}`,
      type,
      at: new Date(at).toISOString(),
      fields: { customerId: 'ada', ...fields },
      signals,
    };
    state = (await engine.reduce(state, { kind: 'event', event }, at, deps)).state ?? state;
    const next = happenings[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    quiet += Math.max(0, Math.min(state.mood.negativeUntil, next) - at);
  }
  return quiet / DAY;
};
