/** Something the person at the keyboard can mend: printed as a sentence, without a stack. */
export class UsageError extends Error {
  override name = 'UsageError';
}
