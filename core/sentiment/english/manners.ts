const GREETING =
  /^\s*(?:dear (?:sir or madam|sirs?|madam|all|team|[\p{L}.]+(?: \p{L}+)?)|(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)(?: there| all| team| everyone| both| again| \p{L}+)?)\s*[,!.:–-]+\s*/iu;
const CLOSING =
  /(?<=[.!?,\n]\s*)(?:(?:with )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|regards|best|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cordially|respectfully)[,.\s–-]*(?:\p{Lu}[\p{L}.'-]*[ .,]*){0,4}$/iu;
/** Most texts have none of these, which is soon seen. */
const MAYBE_CLOSING = /regards|wishes|best|yours|sincerely|cordially|respectfully/i;
/** A closing and a name are no longer. */
const LONGEST = 80;

/** A text without the words that a letter begins and ends with: they are said by the happy and the unhappy alike, and tell of nobody's mood. */
export const withoutManners = (own: string): string => {
  const begun = own.replace(GREETING, '');
  const last = begun.slice(-LONGEST);
  const body = MAYBE_CLOSING.test(last) ? begun.slice(0, -LONGEST) + last.replace(CLOSING, '') : begun;
  return /\p{L}/u.test(body) ? body : own;
};
