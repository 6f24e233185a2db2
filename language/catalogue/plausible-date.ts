/** Before it nobody who lives was born, and unset dates of databases lie there: year 1, 1753, 1899, 1900. */
const FROM = Date.UTC(1901, 0, 1);
/** From it on dates mean "never". */
const TO = Date.UTC(2200, 0, 1);

export const PLAUSIBLE = 'from 1901 to 2199';

/** Whether an instant, in milliseconds, was ever set: the very begin of 1970 is what systems write for one that was not. */
export const isSet = (at: number): boolean => at >= FROM && at !== 0;

/** Whether an instant, in milliseconds, is one that somebody meant. */
export const isPlausible = (at: number): boolean => isSet(at) && at < TO;
