import type { Receipt } from './channel.ts';

/** How a provider says no. All else that it answers with 4xx is our own fault, and surely not sent. */
interface Refusals {
  /** Names by which it refuses this message or its address. */
  refused: readonly string[];
  /** Whether it is, by that name, still a fault of ours. */
  isOurs?: (error: Error) => boolean;
}

/** The connection was never made. */
const UNREACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** By which services of AWS say that it is too much at once, or too much for today. */
const THROTTLED = /throttl|toomanyrequests|throughputexceeded|limitexceeded|slowdown/i;

const describeError = (error: unknown) => {
  const {
    name = 'Error',
    code,
    $metadata,
  } = error as Error & { code?: string; $metadata?: { httpStatusCode?: number } };
  return { name, code, status: $metadata?.httpStatusCode };
};

/**
 * What a failed call to a provider means for the message. Throttled is `busy`; a missing right, a paused or suspended
 * account and a setting that does not fit are `down`; a time-out, a lost connection and 5xx leave it open whether it went out.
 */
export const receiptOf = (error: unknown, { refused, isOurs = () => false }: Refusals): Receipt => {
  const { name, code, status } = describeError(error);
  if (refused.includes(name))
    return isOurs(error as Error) ? { result: 'down', reason: name } : { result: 'refused', reason: name };
  if (UNREACHED.includes(code ?? name)) return { result: 'busy' };
  if (status === undefined || status < 400 || status >= 500) return { result: 'none' };
  return status === 429 || THROTTLED.test(name) ? { result: 'busy' } : { result: 'down', reason: name };
};
