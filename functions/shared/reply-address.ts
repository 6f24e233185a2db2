/** Before the plus of the address that answers go to. */
const LOCAL = 'reply';

/** Where an answer to one message goes. Its code is kept: a local part has room for 64 letters, and a sealed token takes hundreds. */
export const replyAddress = (code: string, domain: string): string => `${LOCAL}+${code}@${domain}`;

/** The codes of those among some addresses that are of a domain of ours; mail systems may have turned letters to capitals. */
export const codesIn = (addresses: readonly string[], domain: string): string[] => {
  const [before, after] = [`${LOCAL}+`, `@${domain}`.toLowerCase()];
  return addresses
    .map((address) => address.trim().toLowerCase())
    .filter((address) => address.startsWith(before) && address.endsWith(after))
    .map((address) => address.slice(before.length, -after.length));
};
