import type { Context } from 'hono';

const TITLES = { 400: 'Not understood', 401: 'Not believed', 404: 'Nothing here', 413: 'Too much', 503: 'One moment' };

/** A request that is not done. Its message says what was found, and what to do. */
export class InboxProblem extends Error {
  override name = 'InboxProblem';
  readonly status: keyof typeof TITLES;
  constructor(status: keyof typeof TITLES, message: string) {
    super(message);
    this.status = status;
  }
}

/** A problem as RFC 9457 has it. */
export const answerInboxProblem = (c: Context, { status, message }: InboxProblem): Response =>
  c.body(JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail: message }), status, {
    'content-type': 'application/problem+json',
  });
