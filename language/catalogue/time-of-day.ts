/** The minute of the day of a time such as `09:30`. */
export const minuteAt = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** How long it is from one time of day to another, in minutes, also across midnight; 0 from a time to itself. */
export const minutesTo = (from: string, to: string): number => (minuteAt(to) - minuteAt(from) + 1440) % 1440;
