/** In place of each letter of what Liquid prints, and of its tags. */
export const PRINTED = '\uE000';
export const TAG = '\uE001';

const LIQUID = /\{%-?\s*(raw|comment)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

/** The text with its Liquid blanked, so that every place stays where it was. */
export const withoutLiquid = (text: string): string =>
  text.replace(LIQUID, (liquid) => (liquid.startsWith('{{') ? PRINTED : TAG).repeat(liquid.length));

/** Copy as it reads where nothing is known of anybody, but that each value has a few letters. */
export const asRead = (text: string, value: string): string =>
  withoutLiquid(text)
    .replace(/\uE000+/g, value)
    .replace(/\uE001+/g, '');
