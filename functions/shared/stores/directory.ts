/** By what somebody is found. */
export const FOUND_BY = ['id', 'email', 'phone', 'name'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

export interface DirectoryMatch {
  /** The id under which they go on. */
  customer: string;
  by: FoundBy;
}

export interface DirectoryPage {
  items: DirectoryMatch[];
  /** Where the next page begins, if there is one. */
  next?: string;
}

/** Port: who is known by what. It lags behind commits by up to half a minute. */
export interface Directory {
  /**
   * By a whole id, also one of before a merge; by the beginning of an email address; by a phone number, also without its country; by the
   * beginnings of words of a name, whatever their case and accents. Of less than two letters nobody is found but by an id.
   */
  find(text: string, page: { count: number; after?: string | undefined }): Promise<DirectoryPage>;
}
