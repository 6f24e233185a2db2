import { ENGLISH } from './english.ts';

/** What a customer's page says by itself, by where it says it. */
export type PageWord = keyof typeof ENGLISH;

export const PAGE_WORDS = Object.keys(ENGLISH) as PageWord[];

/** What a page may say in its language of a project's own: the name of a fact, a topic, a moment, a journey, a way to the customer, a theme, and what an event is about. */
export const NAMED = ['fact', 'topic', 'moment', 'journey', 'channel', 'theme', 'event'] as const;
export type Named = (typeof NAMED)[number];

/** What stands in braces, and is filled in. */
export const placeholdersIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{([a-z]+)\}/g)].map(([, name = '']) => name))].sort();
