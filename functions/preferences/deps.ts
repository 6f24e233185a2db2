import type { Context } from 'hono';
import type { DecisionKey } from '../../core/customer/decision-id.ts';
import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { LinkClaim, Links } from '../shared/link.ts';
import type { SpentOf } from '../shared/spent.ts';
import type { ChosenEvent } from './events.ts';

export interface PreferencesDeps {
  catalogue: Catalogue;
  links: () => Promise<Links>;
  /** The item of whoever an id means by now. */
  load: (customer: string) => Promise<CustomerState | undefined>;
  /** The latest word on a step. */
  decisionOf: (customer: string, decision: DecisionKey) => Promise<DecisionEntry | undefined>;
  /** All that is held of a customer, as operators export it. */
  exportCustomer: (customer: string) => Promise<unknown>;
  /** What a short link stands for. */
  shortLink: (code: string) => Promise<string | undefined>;
  publish: (events: ChosenEvent[]) => Promise<void>;
  /** Of gestures those for which the budgets that all share have no room. */
  spentOf: SpentOf;
  /** Until what was just published may have come to something. */
  pause: () => Promise<void>;
  now: () => number;
  count: (name: string, by?: Record<string, string>) => void;
  report: (error: unknown) => void;
}

export type ClaimOf<Use extends LinkClaim['use']> = Extract<LinkClaim, { use: Use }>;

/** A link leads to another page than the one it was made for. */
export class NothingHere extends Error {
  override name = 'NothingHere';
}

/** What the token in the address allows. Throws LinkForged, LinkExpired, NothingHere. */
export const claimOf = async <Use extends LinkClaim['use']>(
  { links }: PreferencesDeps,
  c: Context,
  use: Use,
): Promise<ClaimOf<Use>> => {
  const claim = (await links()).verify(c.req.param('token') ?? '');
  if (claim.use !== use) throw new NothingHere();
  return claim as ClaimOf<Use>;
};

/** Our pages lie beside each other, whatever the address that customers see them under. */
export const beside = (link: string): string => `../${link.split('/').slice(-2).join('/')}`;

/** Every value of each field. A body that is no form has none. */
export const formOf = async (c: Context): Promise<Map<string, string[]>> => {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}));
  return new Map(
    Object.entries(body).map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]),
  );
};
