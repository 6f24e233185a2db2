const NAMED = /^\s*"?([^"<]+?)"?\s*<\s*([^>]+?)\s*>\s*$/;

/** Who an email comes from, as its footer says it: the name of `Name <address>`, else the address. */
export const senderName = (sender: string): string => NAMED.exec(sender)?.[1] ?? sender.trim();

/** What may stand in a header as it is. */
const PLAIN = /^[\w !#$%&'*+/=?^`{|}~-]+$/;
const ASCII = /^[\x20-\x7e]+$/;
/** Bytes of a word of RFC 2047: so it stays below its 75 characters. */
const MOST = 45;

/** The name as words of RFC 2047, none of which ends within a character. */
const encodedWords = (name: string): string => {
  const words = [''];
  for (const character of name) {
    const longer = `${words.at(-1)}${character}`;
    if (Buffer.byteLength(longer) > MOST) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
};

/** The same as the header `From` has it: of `Acme, Inc. <…>` and `Müller <…>` as they stand there SES refuses every email. */
export const senderHeader = (sender: string): string => {
  const [, name, address] = NAMED.exec(sender) ?? [];
  if (name === undefined) return sender.trim();
  if (PLAIN.test(name)) return `${name} <${address}>`;
  return `${ASCII.test(name) ? `"${name.replaceAll('\\', '\\\\')}"` : encodedWords(name)} <${address}>`;
};
