import type { Work } from './work.ts';

export interface Listed {
  list: 'open' | 'taken' | 'over';
  order: number;
}

/** In which list of work it stands, and by what: what is to be done by its rank, what is over by when it was. */
export const listedAt = ({ state, rank, since = 0 }: Pick<Work, 'rank' | 'since'> & { state: string }): Listed =>
  state === 'open' || state === 'taken' ? { list: state, order: rank } : { list: 'over', order: since };

export const isOpenWork = ({ state }: Pick<Work, 'state'>): boolean => state === 'open' || state === 'taken';
