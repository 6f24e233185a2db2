import { digest } from '../../core/hash.ts';
import type { WorkOfMany } from '../shared/stores/crowds.ts';

/** What a desk calls the ticket of work that many wait for. After one that is closed there may be another: it has the task by which it began in it. */
export const manyReference = ({ crowd, moment }: WorkOfMany, first: string): string =>
  `many/${crowd}/${moment}/${digest([first], 8)}`;

/** Undefined of what is the work of one customer. */
export const readMany = (task: unknown): WorkOfMany | undefined => {
  const [, crowd, moment] = (typeof task === 'string' && /^many\/([^/]+)\/([^/]+)\/[^/]+$/.exec(task)) || [];
  return crowd !== undefined && moment !== undefined ? { crowd, moment } : undefined;
};
