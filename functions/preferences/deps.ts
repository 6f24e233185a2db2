import type { Context } from 'hono';
import type { DecisionKey } from '../../core/customer/decision-id.ts';
import { customerZone } from '../../core/customer/model/customer-zone.ts';
import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { type Spoken, spokenIn } from '../../language/catalogue/question.ts';
import type { LinkClaim, Links } from '../shared/link.ts';
import type { ChosenEvent } from './events.ts';

export interface PreferencesDeps {
  catalogue: Pick<Catalogue, 'pace' | 'policy' | 'events' | 'journeys' | 'moments'>;
  links: () => Promise<Links>;
  /** The item of whoever an id means by now. */
  load: (customer: string) => Promise<CustomerState | undefined>;
  /** The latest word on a step. */
  decisionOf: (customer: string, decision: DecisionKey) => Promise<DecisionEntry | undefined>;
  /** What a short link stands for. */
  shortLink: (code: string) => Promise<string | undefined>;
  publish: (events: ChosenEvent[]) => Promise<void>;
  now: () => number;
  count: (name: string) => void;
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

/** The language that a browser asks for first, of those that we speak: where no link says which. */
export const spokenBy = (c: Context): Spoken =>
  spokenIn(c.req.header('accept-language')?.split(/[,;]/)[0] ?? '') ?? 'en';

/** A day as this customer's calendar has it. */
export const dayOf = ({ catalogue }: PreferencesDeps, at: number, state: CustomerState | undefined): string => {
  const timeZone = customerZone(state, catalogue);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(at);
};
