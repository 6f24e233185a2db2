/** Publications were once numbered by the second in which they were deployed. None is counted so far. */
const SECONDS = 1_000_000_000;

/** The number of a publication among those that are counted: each of these is later than any that has a second for a number. */
export const countOf = (number: number): number => (number < SECONDS ? number : 0);
