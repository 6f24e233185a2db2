export const SPECIAL_SPACE = 'a special space stands in it (a no-break space, say): write an ordinary one';

/** Spaces that look like an ordinary one, as texts from documents and pages have. */
export const SPECIAL_SPACES = /[\u00A0\u2000-\u200B\u202F\u205F\u3000\uFEFF]/;

export const hasSpecialSpace = (text: string): boolean => SPECIAL_SPACES.test(text);
