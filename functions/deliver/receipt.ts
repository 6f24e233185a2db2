import type { Receipt } from './channel.ts';

/** Names by which a provider says no. All else that it answers with 4xx is our own fault, and surely not sent. */
interface Refusals {
  /** About this message or its address. */
  refused: readonly string[];
}

/** The connection was never made. */
const UNREACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

const describeError = (error: unknown) => {
  const {
    name = 'Error',
    code,
    $metadata,
  } = error as Error & { code?: string; $metadata?: { httpStatusCode?: number } };
  return { name, code, status: $metadata?.httpStatusCode };
};

/**
 * What a failed call to a provider means for the message. Throttled, paused or misconfigured is `busy`; a time-out, a
 * lost connection and 5xx leave it open whether it went out.
 */
export const receiptOf = (error: unknown, { refused }: Refusals): Receipt => {
  const { name, code, status } = describeError(error);
  if (refused.includes(name)) return { result: 'refused', reason: name };
  if (UNREACHED.includes(code ?? name)) return { result: 'busy' };
  return status !== undefined && status >= 400 && status < 500 ? { result: 'busy' } : { result: 'none' };
};
