import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';

/** A guest who signs up, and turns out to be a member while a wait of theirs runs. */
const proveOnePerson = async (stage: Stage): Promise<void> => {
  const [guest, member] = [treated('guest'), treated('member')];
  await stage.happen(guest, 'customer.signed_up', { email: addressOf(guest), plan: 'solo' });
  const welcome = await stage.decided(guest, 'welcome');
  must(welcome.outcome === 'sent', `The welcome came to ${welcome.outcome}.`);
  await stage.tell({ type: 'customer.merged', detail: { from: guest, into: member } });
  await stage.stands(member, 'has taken the guest over', ({ aliases }) => aliases?.includes(guest) === true);
  await stage.stands(guest, 'leads to the member', ({ movedTo }) => movedTo === member);
  // The timer of the wait has a new owner, and what others still call by the old id is the member's.
  const tip = await stage.decided(member, 'tip-first-step');
  must(tip.outcome === 'sent', `The tip of a wait from before came to ${tip.outcome} (${tip.reason}).`);
  await stage.tell({ type: 'product.first_value', detail: { customerId: guest, what: 'invoice_paid' } });
  const last = await stage.decided(member, 'first-value');
  must(last.outcome === 'sent', `The last word came to ${last.outcome} (${last.reason}).`);
  await stage.stands(member, 'is in no journey', ({ enrolments }) => Object.keys(enrolments).length === 0);
  const subjects = (await stage.emails(addressOf(guest))).map(({ Content }) => Content.Simple.Subject.Data);
  must(subjects.length === 3 && new Set(subjects).size === 3, `These were sent: ${subjects.join('; ')}.`);
};

/** Two ids of one person. */
export const proveMerge = async ({ stage }: Run, { prove }: Proofs): Promise<void> =>
  prove('two ids become one while a wait runs: nothing is lost, nothing comes twice', () => proveOnePerson(stage));
