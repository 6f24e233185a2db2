/** So many characters of a value stand in a message. */
const MOST = 80;

/** A value of an event as a message shows it: its JSON, or the begin of that. */
export const showValue = (value: unknown): string =>
  value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing').slice(0, MOST).toWellFormed();
