/** More is not read: a mood shows early, and the cost stays flat. */
const MOST = 4_000;

const REPLY_HEADER =
  /^(on .{4,120} wrote:|-{2,} ?(original|forwarded) message ?-{0,}|begin forwarded message:|_{10,})\s*$/i;
const OUTLOOK_HEADER = /^from: .+@.+/i;
const SIGNATURE =
  /^(--|—|(kind|best|warm|warmest|many)? ?(regards|wishes),?|(yours )?(sincerely|faithfully)( yours)?,?|cheers,|best,|sent from (my|outlook|mail) .{0,40}|get outlook for .{0,20})\s*$/i;

const isQuoted = (line: string): boolean => /^\s*(>|\|)/.test(line);

/** What the writer wrote: without quoted replies, signature, addresses, mentions and markup; cut after 4,000 characters. */
export const ownWords = (text: string): string => {
  const lines: string[] = [];
  for (const line of text.slice(0, MOST * 4).split(/\r\n?|\n/)) {
    const bare = line.trim();
    if (REPLY_HEADER.test(bare) || OUTLOOK_HEADER.test(bare)) break;
    if (SIGNATURE.test(bare) && lines.some((other) => other !== '')) break;
    if (!isQuoted(line)) lines.push(bare);
  }
  return lines
    .join('\n')
    .slice(0, MOST)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/https?:\/\/\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}|[@]\w+/gi, ' ')
    .replace(/<\/?[a-z][^>]{0,200}>/gi, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/#(?=\p{L})/gu, '');
};
