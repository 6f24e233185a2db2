import type { AskDesk, DeskAnswer } from './kind.ts';
import {
  agentOf,
  answerOf,
  Contact,
  type ContactEvent,
  DescribedUser,
  nameOf,
  passedOn,
  referenceIn,
} from './kinds/connect-contact.ts';
import { DeskRefused } from './post.ts';
import type { Tickets } from './tickets.ts';

interface ContactsDeps {
  /** The id of the instance whose contacts may be ours. */
  instance: string;
  ask: AskDesk;
  /** What is closed when a task is over: the contact as which it goes on. */
  tickets: Pick<Tickets, 'find' | 'keep'>;
  /** Puts what a colleague said on the bus. */
  publish: (answer: DeskAnswer) => Promise<void>;
  count?: (name: 'DeskAnswers') => void;
}

/** Undefined of what Connect does not have, or has no more. */
const askFor = async (ask: AskDesk, path: string): Promise<unknown> => {
  try {
    return await ask({ method: 'GET', path });
  } catch (error) {
    if (error instanceof DeskRefused && error.answer.status === 404) return undefined;
    throw error;
  }
};

/**
 * Takes what Amazon Connect tells of its tasks. The contact itself says whether it is one of ours, so that nothing has to be
 * remembered, and an event that is faster than our own note of the task is understood. Throws DeskRefused, ContactNotOver.
 */
export const createContacts =
  ({ instance, ask, tickets, publish, count = () => {} }: ContactsDeps) =>
  async (event: ContactEvent): Promise<'heard' | 'nothing'> => {
    const { contactId, instanceArn } = event.detail;
    if (!instanceArn.endsWith(`/${instance}`)) return 'nothing';
    const described = await askFor(ask, `/contacts/${instance}/${encodeURIComponent(contactId)}`);
    const contact = Contact.optional().parse((described as { Contact?: unknown } | undefined)?.Contact);
    const reference = contact && referenceIn(contact);
    if (!contact || !reference) return 'nothing';
    const passed = passedOn(contactId, contact);
    // Events keep no order: an older transfer does not lead back.
    if (passed && (await tickets.find(reference.task))?.ticket === passed.from)
      await tickets.keep(reference.task, passed.to);
    const agent = agentOf(contact, event);
    const user = agent ? await askFor(ask, `/users/${instance}/${encodeURIComponent(agent)}`) : undefined;
    const answer = answerOf(event, contact, user === undefined ? undefined : nameOf(DescribedUser.parse(user)));
    if (!answer) return 'nothing';
    await publish(answer);
    count('DeskAnswers');
    return 'heard';
  };
