/** Whom we last wrote to at a number, and about what. */
export interface Correspondent {
  customer: string;
  /** The id of the decision. */
  decision: string;
}

/** Port: whose an answer is that names nothing but the number it came from. */
export interface Correspondents {
  remember(number: string, correspondent: Correspondent): Promise<void>;
  find(number: string): Promise<Correspondent | undefined>;
}
