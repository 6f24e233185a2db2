import { READ_LANGUAGES } from '../catalogue/languages.ts';

const names = new Intl.DisplayNames('en', { type: 'language' });
const list = new Intl.ListFormat('en-GB');

/** What becomes of texts in a language that has no model. */
export const notRead = (language: string): string =>
  `the embedded reader does not read ${names.of(language)}: of a text in it nothing is guessed, and scores still count. It reads ${list.format(READ_LANGUAGES.map((read) => names.of(read) ?? read))}; for others set the textReader \`comprehend\` or \`bedrock\``;
