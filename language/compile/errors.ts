/** A step's name that the machine cannot use for a state. */
export class StateNameError extends Error {
  override name = 'StateNameError';
}

/** An expression that reads all of `event`, `heard` or `customer`, so that we cannot tell which fields to keep. */
export class BareNameError extends Error {
  override name = 'BareNameError';
}
