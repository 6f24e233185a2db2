import type { EventAnswer } from '../../core/customer/commands/on-event.ts';
import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import { LIMITS } from '../../core/customer/model/limits.ts';
import type { MergeCustomers } from '../shared/stores/merge.ts';
import { EventRejected } from './envelope.ts';
import { showValue } from './show-value.ts';

interface Merging {
  about: { event: string; id: string; customer: string };
  name: string;
  customer: string;
  into: string;
  event: IncomingEvent;
}

/** Two ids become one person's. Throws EventRejected where they cannot. */
export const mergeInto = async (
  merge: MergeCustomers,
  { about, name, customer, into, event }: Merging,
): Promise<EventAnswer> => {
  if (customer === into) {
    throw new EventRejected(
      'same-customer',
      `${name}: from and into are both ${showValue(into)}; they should be two ids of one person.`,
      about,
    );
  }
  const answer = await merge(customer, into, event);
  if (typeof answer === 'string') return answer;
  throw new EventRejected(
    answer.refused,
    `${name}: with ${showValue(customer)}, more ids would lead to ${showValue(into)} than the ${LIMITS.aliases} (of ${LIMITS.aliasBytes} bytes together) that we can follow. Is ${showValue(into)} a person?`,
    about,
  );
};
