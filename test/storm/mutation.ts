/** One change of one file; `from` has to be there exactly once. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

/** A rule that is off. A storm has to notice. */
export interface Mutation {
  name: string;
  edits: Edit[];
  /** Rules of the services underneath. */
  off?: 'execution-name' | 'consistent';
  /** What happens to a customer, where the usual is too little to show it. */
  stories?: [number, number];
  /** In how many days, where such stories come (300). */
  days?: number;
  /** Found fast enough to be tried in `npm test`. */
  fast?: true;
}

/** A rule that one edit of one file switches off. */
export const edit = (name: string, file: string, from: string, to: string, more: Partial<Mutation> = {}): Mutation => ({
  name,
  edits: [{ file, from, to }],
  ...more,
});
