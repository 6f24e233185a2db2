import { consentKey } from '../../core/customer/model/consent.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Policy } from '../../language/catalogue/policy.ts';

const CLICKS = consentKey('measure', 'clicks');

/** Whether somebody said that what they open is not to be counted. */
export const refusesMeasuring = ({ consent }: Pick<CustomerState, 'consent'>): boolean =>
  consent[CLICKS]?.choice === 'withdrawn';

/** Whether the links that somebody opens may be counted. */
export const mayMeasure = (state: Pick<CustomerState, 'consent'>, { measure }: Pick<Policy, 'measure'>): boolean =>
  measure === 'clicks' && !refusesMeasuring(state);
