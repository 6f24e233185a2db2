import { pageOf, standing, unreadIn } from '../../inbox/page.ts';
import { PAGE } from '../../inbox/schema.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';

export const inboxHandlers = ({ customers, clock, running }: ApiDeps): Pick<Handlers, 'readInbox'> => ({
  readInbox: async ({ params: { customer } }) => {
    const { project } = await running();
    const person = await customers.load(customer);
    const all = person?.state.erased === undefined ? await customers.inbox(person?.ids ?? [customer]) : [];
    const there = standing(all, clock.now());
    const { messages } = pageOf(there, { limit: PAGE.most });
    return { isOpen: project.catalogue.policy.inbox !== undefined, unread: unreadIn(there), messages };
  },
});
