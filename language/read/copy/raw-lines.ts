/** Words of a moment's front matter whose line is taken as written to its end. */
export const RAW_WORDS: readonly string[] = ['title', 'about', 'because', 'subject', 'preheader', 'question'];

/** Such a line: its word, and what it says. */
export const RAW_LINE = new RegExp(`^(${RAW_WORDS.join('|')}):[ \\t]*(.*)$`);
