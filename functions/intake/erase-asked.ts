import type { ChangeCustomer } from '../shared/stores/change.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import { type Envelope, EventRejected } from './envelope.ts';
import { timeOf } from './time-of.ts';

interface EraseDeps {
  change: ChangeCustomer;
  load: CustomerStore['load'];
  isSigned: (type: string, detail: Record<string, unknown>) => Promise<boolean>;
  now: () => number;
}

/**
 * Erases who asked for it on their own page, as an operator would. It cannot be undone, so any system that may write to the bus
 * must not be able to ask for it. Throws EventRejected.
 */
export const eraseAsked = async (
  { change, load, isSigned, now }: EraseDeps,
  envelope: Envelope,
  { name, detail, customer }: { name: string; detail: Record<string, unknown>; customer: string },
): Promise<'applied' | 'skipped'> => {
  const about = { event: name, id: envelope.id, customer };
  if (!(await isSigned(name, detail))) {
    throw new EventRejected(
      'forged',
      `${name} is not signed by a page of this stage, and erases nobody. Where another system asks for it, an operator runs \`tactful erase\`.`,
      about,
    );
  }
  if (detail.asked === undefined) {
    throw new EventRejected(
      'forged',
      `${name} does not say when it was asked, so it may be an old wish that somebody sent again. Ask the customer: where they want it, an operator runs \`tactful erase\`.`,
      about,
    );
  }
  const askedAt = timeOf({ ...envelope, time: String(detail.asked) }, name, about, now());
  // Of the id under which it was asked: whoever came back under it asked for nothing, whatever other ids they have by now.
  const own = await load(customer);
  if (own !== undefined && own.firstSeenAt > askedAt) return 'skipped';
  const { answer } = await change(customer, { kind: 'erase', asked: askedAt });
  return answer === 'erased' ? 'applied' : 'skipped';
};
