import type { Client } from '../../../functions/api/contract/client.ts';
import type { Role } from '../../../functions/api/contract/roles.ts';

/** What the API's behaviour is tried on: a local world, or a deployed stage. */
export interface ApiWorld {
  /** Asks by the names of routes, in a role. */
  as(role: Role): Client;
  /** Asks by hand. Without a role nobody is signed in. */
  request(path: string, init?: RequestInit, role?: Role): Promise<Response>;
  /** Sends events, and waits until all that follows from them at once is there. */
  send(...events: object[]): Promise<void>;
  /** Lets time pass, where that can be. */
  pass(duration: string): Promise<void>;
}

export const signedUp = (customerId: string, more: Record<string, unknown> = {}) => ({
  id: `signed-up-${customerId}`,
  source: 'shop.accounts',
  'detail-type': 'customer.signed_up',
  detail: { customerId, firstName: 'Ada', email: `${customerId}@example.com`, zone: 'Europe/London', ...more },
});

export const event = (type: string, detail: Record<string, unknown>, id?: string) => ({
  ...(id === undefined ? {} : { id }),
  source: 'test',
  'detail-type': type,
  detail,
});
