const NAMED = /^\s*(?:"((?:[^"\\]|\\.)+)"|([^<]*?[^<\s]))\s*<\s*([^>]+?)\s*>\s*$/;

/** The name and the address of `Name <address>`; the name may stand in quotes, and a quote in it behind a backslash. */
const partsOf = (sender: string): { name: string; address: string } | undefined => {
  const [, quoted, plain = '', address = ''] = NAMED.exec(sender) ?? [];
  const name = quoted?.replaceAll(/\\(.)/g, '$1') ?? plain.trim();
  return address === '' ? undefined : { name, address };
};

/** Who an email comes from, as its footer says it: the name of `Name <address>`, else the address. */
export const senderName = (sender: string): string => partsOf(sender)?.name ?? sender.trim();

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
  const parts = partsOf(sender);
  if (!parts) return sender.trim();
  const { name, address } = parts;
  if (PLAIN.test(name)) return `${name} <${address}>`;
  return `${ASCII.test(name) ? `"${name.replaceAll(/["\\]/g, '\\$&')}"` : encodedWords(name)} <${address}>`;
};
