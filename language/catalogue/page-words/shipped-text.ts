/** Languages in which we ship what customers read. */
export type ShippedLanguage = 'en' | 'de';

/** What customers read, in each of them. */
export type ShippedText = Readonly<Record<ShippedLanguage, string>>;
