/** What a look at an account found: nothing to do, something to know, or what would make a deploy fail. */
export interface Finding {
  grade: 'ok' | 'look' | 'stop';
  says: string;
  /** What to do, a step a line; commands stand alone. */
  then?: string[];
}

export const ok = (says: string): Finding => ({ grade: 'ok', says });
export const look = (says: string, ...then: string[]): Finding => ({ grade: 'look', says, then });
export const stop = (says: string, ...then: string[]): Finding => ({ grade: 'stop', says, then });
