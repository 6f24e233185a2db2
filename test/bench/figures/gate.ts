import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { gate } from '../../../core/gate/gate.ts';
import { catalogue } from '../../support/catalogue.ts';
import type { Figure } from '../figure.ts';

const ROUNDS = 200_000;

const many = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A customer whose lists are at their caps and whom nothing forbids to be written to, so that every row is asked. */
const full = (now: number): CustomerState => ({
  ...emptyCustomer('ada', now),
  attributes: {
    email: { value: 'ada@example.com', provenance: 'stated', event: 'start', at: now },
    zone: { value: 'America/New_York', provenance: 'stated', event: 'start', at: now },
  },
  incidents: Object.fromEntries(
    many(LIMITS.incidents, (index) => [`ticket:t${index}`, { openedAt: now - 2000, closedAt: now - 1000 }]),
  ),
  decisions: many(60, (index) => ({
    enrolment: `n${index}`,
    journey: 'hello',
    step: 'send-tip',
    visit: 1,
    moment: 'tip',
    purpose: 'care' as const,
    outcome: 'sent' as const,
    at: now - index * 60_000,
    channel: 'email' as const,
  })),
  enrolments: Object.fromEntries(
    many(LIMITS.enrolments, (index) => [
      `n${index}`,
      {
        journey: 'hello',
        startedAt: now,
        enteredAt: now,
        control: false,
        arms: {},
        eventId: 'e',
        event: {},
        heard: {},
        took: [],
        at: 'send-welcome',
        visit: 1,
        since: now,
        due: now,
        timer: 1,
      },
    ]),
  ),
});

/** A decision of the gate on a customer whose every list is at its cap, in microseconds. */
export const gateFigures = async (): Promise<Figure[]> => {
  const now = Date.parse('2026-03-02T10:00:00Z');
  const state = full(now);
  const deps = { catalogue: catalogue(), paused: new Set<string>() };
  const ask = {
    journey: 'hello',
    enrolment: 'n1',
    step: 'send-welcome',
    visit: 1,
    moment: 'welcome',
    purpose: 'relationship' as const,
    control: false,
    since: now,
    held: undefined,
    overtaken: false,
    busyUntil: 0,
  };
  const run = (rounds: number): number => {
    const began = performance.now();
    for (let round = 0; round < rounds; round++) gate(state, ask, now + round, deps);
    return ((performance.now() - began) / rounds) * 1000;
  };
  run(ROUNDS / 10);
  const value = run(ROUNDS);
  return [
    { figure: 'gate decision, full state', value, unit: 'us', ratio: value / 20, aim: 'below 20 us', met: value < 20 },
  ];
};
