import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { gate } from '../../../core/gate/gate.ts';
import type { Ask, Verdict } from '../../../core/gate/verdict.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, moment } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';

export const attribute = (value: string, provenance: 'stated' | 'inferred' = 'stated') => ({
  value,
  provenance,
  event: 'start',
  at: T0,
});

/** A customer at ease, with an address. */
export const ada = (more: Partial<CustomerState> = {}): CustomerState => ({
  ...emptyCustomer('ada', T0),
  attributes: { email: attribute('ada@example.com') },
  ...more,
});

/** About `welcome` in `hello`, a relationship moment. */
export const ask = (more: Partial<Ask> = {}): Ask => ({
  journey: 'hello',
  enrolment: 'n1',
  step: 'send-welcome',
  visit: 1,
  moment: 'welcome',
  purpose: 'relationship',
  control: false,
  since: T0,
  held: undefined,
  overtaken: false,
  busyUntil: 0,
  ...more,
});

interface Circumstances {
  about?: Partial<Ask>;
  now?: number;
  paused?: string[];
  moments?: Catalogue['moments'];
  journeys?: Catalogue['journeys'];
  policy?: Catalogue['policy'];
}

/** What the gate says of `ask()` to this customer. */
export const verdict = (
  state: CustomerState,
  { about = {}, now = T0, paused = [], moments = {}, journeys, policy }: Circumstances = {},
): Verdict =>
  gate(state, ask(about), now, {
    catalogue: catalogue({ moments, ...(journeys && { journeys }), ...(policy && { policy }) }),
    paused: new Set(paused),
  });

/** When the gate is asked again, in milliseconds from `T0`; undefined if it does not hold. */
export const heldFor = (answer: Verdict): number | undefined =>
  answer.outcome === 'held' ? answer.until - T0 : undefined;

export const welcome = (more: Parameters<typeof moment>[1]) => ({ welcome: moment('welcome', more) });

export const sent = (at: number, more = {}) => ({
  enrolment: 'n0',
  journey: 'hello',
  step: 's',
  visit: 1,
  moment: 'tip',
  purpose: 'relationship' as const,
  outcome: 'sent' as const,
  reason: 'clear',
  channel: 'email' as const,
  at,
  ...more,
});

export const running = (journey: string, more: Partial<Enrolment> = {}): Enrolment => ({
  journey,
  startedAt: T0,
  enteredAt: T0,
  control: false,
  arms: {},
  eventId: 'e',
  event: {},
  heard: {},
  took: [],
  at: 'Start',
  visit: 0,
  since: T0,
  due: T0,
  timer: 1,
  ...more,
});

export const angry = { s: -1, w: 1, at: T0, quietUntil: 0, negativeUntil: T0 + DAY };
export const trouble = { 'ticket:t1': { openedAt: T0 } };
