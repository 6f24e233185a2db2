import type { Policy } from '../../../language/catalogue/policy.ts';
import { isZone } from '../../time/zone.ts';

/** The zone that a customer's hours and dates go by: their own, if it is known here, else the policy's. */
export const customerZone = (
  state: { attributes: Readonly<Record<string, { value: unknown }>> } | undefined,
  { policy }: { policy: Pick<Policy, 'zone'> },
): string => {
  const stated = state?.attributes.zone?.value;
  return isZone(stated) ? stated : policy.zone;
};
