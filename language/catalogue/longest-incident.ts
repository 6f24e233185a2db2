/** In seconds: of a kind of which nothing is said. */
export const LONGEST_INCIDENT = 30 * 86_400;
