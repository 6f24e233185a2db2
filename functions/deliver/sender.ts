/** Who an email comes from, as its footer says it: the name of `Name <address>`, else the address. */
export const senderName = (sender: string): string =>
  /^\s*"?([^"<]+?)"?\s*<[^>]+>\s*$/.exec(sender)?.[1] ?? sender.trim();
