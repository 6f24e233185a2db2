import type { Links } from '../shared/link.ts';
import type { Letter } from './compose.ts';
import { composeEmail, type EmailInput } from './email/email.ts';

interface LetterDeps {
  links: Links;
  sender: EmailInput['sender'];
  /** Topic to the name that customers read. */
  topics: Record<string, string>;
}

/** Emails with the way to preferences, out, and to the reason, each signed for this customer. */
export const createLetter =
  ({ links, sender, topics }: LetterDeps): Letter =>
  (message, rendered) => {
    const { customer, enrolment, step, purpose, topic } = message;
    const email = composeEmail({
      rendered,
      purpose,
      ...(topic ? { topic, topicName: topics[topic] ?? topic } : {}),
      links: {
        preferences: links.preferences(customer),
        unsubscribe: links.unsubscribe(customer, topic, 'email'),
        why: links.why(customer, enrolment, step),
      },
      sender,
    });
    return { ...message, ...email };
  };

/** Who an email comes from, as its footer says it: the name of `Name <address>`, else the address. */
export const senderName = (sender: string): string =>
  /^\s*"?([^"<]+?)"?\s*<[^>]+>\s*$/.exec(sender)?.[1] ?? sender.trim();
