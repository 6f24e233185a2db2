import type { Feedback } from '../../../language/catalogue/event.ts';

const LOST: readonly Feedback[] = ['bounced', 'soft-bounced', 'rejected', 'opted-out'];

/** Whether this says of a message that it did not arrive. */
export const isLost = (feedback: Feedback): boolean => LOST.includes(feedback);
