/** More is not read: a mood shows early, and the cost stays flat. */
const MOST = 4_000;

/** What stands before a quotation; in most languages with a number in it, its time. */
const REPLY_HEADER = new RegExp(
  [
    '^(on .{4,160} wrote:',
    String.raw`(am|le|el|il|em|op|den|w dniu) (?=.*\d).{4,160}(schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał).{0,80}:`,
    '-{2,} ?(original|forwarded) message ?-{0,}',
    String.raw`-{5,} ?\p{L}[^-]{3,40}-{5,}`,
    'begin forwarded message:',
    String.raw`_{10,})\s*$`,
  ].join('|'),
  'iu',
);
const OUTLOOK_HEADER = /^\*?(from|von|de|da|van|från|fra|od) ?:\*? .+@.+/iu;
const SIGNATURE =
  /^(--|—|(kind|best|warm|warmest|many)? ?(regards|wishes),?|(yours )?(sincerely|faithfully)( yours)?,?|cheers,|best,|sent from (my|outlook|mail) .{0,40}|get outlook for .{0,20})\s*$/i;

const isHeader = (line: string): boolean => REPLY_HEADER.test(line) || OUTLOOK_HEADER.test(line);

const isQuoted = (line: string): boolean => /^\s*(>|\|)/.test(line);

/** What the writer wrote: without quoted replies, signature, addresses, mentions and markup; cut after 4,000 characters. */
export const ownWords = (text: string): string => {
  const lines: string[] = [];
  const all = text.slice(0, MOST * 4).split(/\r\n?|\n/);
  for (const [place, line] of all.entries()) {
    const bare = line.trim();
    // A mail client may break it into two lines.
    if (isHeader(bare) || isHeader(`${bare} ${all[place + 1]?.trim() ?? ''}`)) break;
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
