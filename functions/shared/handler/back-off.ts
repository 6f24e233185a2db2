/** In seconds: what failed knowingly comes back after longer each time, and after an hour at the most. */
const FIRST = 60;
const LONGEST = 3600;

/** How long a message that was not taken is hidden, in seconds, when it was received so many times. */
export const secondsHidden = (receives: number): number => Math.min(LONGEST, FIRST * 2 ** Math.min(10, receives - 1));
