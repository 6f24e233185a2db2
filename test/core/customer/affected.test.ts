import { describe, expect, it } from 'vitest';
import { isAffected } from '../../../core/customer/affected.ts';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';

const HOUR = 3_600_000;
const asking = { fields: { plan: 'pro', ref: 'f1' }, at: new Date(T0 - HOUR).toISOString(), startedAt: T0 };
const all = catalogue();

const ada = (more: Partial<CustomerState> = {}, plan: string | undefined = 'pro'): CustomerState => ({
  ...emptyCustomer('ada', T0 - 24 * HOUR),
  attributes: plan === undefined ? {} : { plan: { value: plan, provenance: 'stated', event: 'start', at: T0 } },
  ...more,
});
const affects = (condition: string) => eventType({ everyone: { affects: condition, perSecond: 50 } });
const asks = (state: CustomerState, type = affects('customer.plan = event.plan')) =>
  isAffected(state, type, asking, T0 + HOUR, all);

describe('an event about everyone', () => {
  it('is about those of whom its condition is true', async () => {
    expect(await asks(ada())).toBe(true);
    expect(await asks(ada({}, 'solo'))).toBe(false);
  });

  it('reads facts as they are now, and when it happened', async () => {
    expect(await asks(ada(), affects('customer.calmDays > 1 and event.at < "2100-01-01"'))).toBe(true);
  });

  it('about a theme is about whoever had asked for that when it happened', async () => {
    const about = { ...eventType({ theme: 'plan' }), everyone: { perSecond: 50 } };
    const affectedAt = (at: number) => ada({ themes: { pro: { at, event: 'wrote' } } });
    expect(await asks(affectedAt(T0 - 2 * HOUR), about)).toBe(true);
    expect(await asks(affectedAt(T0), about)).toBe(false);
    expect(await asks(ada({ themes: { other: { at: 0, event: 'wrote' } } }), about)).toBe(false);
    expect(await asks(ada(), about)).toBe(false);
    const narrowed = { ...about, everyone: { affects: 'customer.plan = "solo"', perSecond: 50 } };
    expect(await asks(affectedAt(0), narrowed)).toBe(false);
  });

  it('is not about those of whom nothing can be said', async () => {
    expect(await asks({ ...ada(), attributes: {} })).toBe(false);
    expect(await asks(ada(), affects('customer.plan + 1 > 0'))).toBe(false);
  });

  it.each([
    ['has an account that is closed', { closedAt: T0 - HOUR }],
    ['is erased', { erased: T0 - HOUR }],
    ['goes on under another id', { movedTo: 'bob' }],
    ['came after the asking began', { firstSeenAt: T0 + 1 }],
  ])('is not about who %s', async (_, more) => {
    expect(await asks(ada(more))).toBe(false);
  });

  it('that closes an incident is also about whoever has it open, whatever they are by now', async () => {
    const closing = { ...affects('customer.plan = event.plan'), closes: { kind: 'failure', incident: 'ref' } };
    const open = { incidents: { 'failure:f1': { openedAt: T0 - HOUR } } };
    expect(await asks(ada(open, 'solo'), closing)).toBe(true);
    expect(await asks(ada({ incidents: { 'failure:f2': { openedAt: T0 - HOUR } } }, 'solo'), closing)).toBe(false);
    expect(await asks(ada({ incidents: { 'failure:f1': { openedAt: 1, closedAt: 2 } } }, 'solo'), closing)).toBe(false);
  });

  it('asks nobody where no condition stands', async () => {
    expect(await asks(ada(), eventType())).toBe(false);
  });
});
