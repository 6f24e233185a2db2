/** What the footer of every mail says. */
export interface FooterWords {
  why: string;
  preferences: string;
  unsubscribe: string;
  /** With the topic's name. */
  unsubscribeFrom: (topic: string) => string;
}

export const FOOTER_WORDS: FooterWords = {
  why: 'Why did I get this?',
  preferences: 'Choose what you hear from us',
  unsubscribe: 'Unsubscribe',
  unsubscribeFrom: (topic) => `Unsubscribe from ${topic}`,
};
