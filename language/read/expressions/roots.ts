import { pathsIn } from '../../expressions/condition.ts';
import { whyUnreadable } from '../yaml/unreadable.ts';

/** The names at which the paths of an expression begin; none of one that cannot be read. */
export const rootsIn = (source: string): string[] =>
  whyUnreadable(source) === undefined ? pathsIn(source).map(([root]) => root) : [];
