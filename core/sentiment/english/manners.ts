const GREETING =
  /^\s*(?:dear (?:sir or madam|sirs?|madam|all|team|[\p{L}.]+(?: \p{L}+)?)|(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)(?: there| all| team| everyone| both| again| \p{L}+)?)\s*[,!.:–-]+\s*/iu;
const CLOSING =
  /(?<=[.!?,\n]\s*)(?:(?:with )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|regards|best|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cordially|respectfully)[,.\s–-]*(?:\p{Lu}[\p{L}.'-]*[ .,]*){0,4}$/iu;
/** A closing and a name are no longer. */
const LONGEST = 80;

/** A text without the words that a letter begins and ends with: they are said by the happy and the unhappy alike, and tell of nobody's mood. */
export const withoutManners = (own: string): string => {
  const begun = own.replace(GREETING, '');
  const from = Math.max(0, begun.length - LONGEST);
  const said = begun.slice(0, from) + begun.slice(from).replace(CLOSING, '');
  return /\p{L}/u.test(said) ? said : own;
};
