import { sourceFor } from '../language/catalogue/everyone.ts';

/** How an event that somebody plays comes to a customer: from where it is taken. What comes over no bus is told to them alone. */
export const cameBy = (type: { sources?: readonly string[] | undefined } | undefined, customer: string) => ({
  source: sourceFor(type, 'play'),
  ...(type?.sources?.length === 0 && { addressed: { customer, broadcast: 'play' } }),
});
