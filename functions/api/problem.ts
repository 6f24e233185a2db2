import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from './contract/common.ts';

type More = Partial<Pick<Problem, 'roles' | 'errors' | 'entries' | 'changedBy' | 'changedAt' | 'etag'>>;

const TITLES: Record<number, string> = {
  400: 'Not understood',
  401: 'Who are you?',
  403: 'Not allowed',
  404: 'Nothing here',
  409: 'Not now',
  412: 'Changed meanwhile',
  413: 'Too much',
  415: 'Not JSON',
  422: 'Not possible',
  428: 'Say what you have read',
  429: 'Too often',
  500: 'Our fault',
  503: 'One moment',
  507: 'No room',
};

/** A request that is not done. Its message says what was found, where, and what to do. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: ContentfulStatusCode;
  readonly more: More;
  constructor(status: ContentfulStatusCode, message: string, more: More = {}) {
    super(message);
    this.status = status;
    this.more = more;
  }
}

/** What does not exist, as who asks calls it. */
export const notFound = (what: string, name: string, hint: string): Refused =>
  new Refused(404, `There is no ${what} ${JSON.stringify(name.slice(0, 200))}. ${hint}`);

/** A customer whom nobody knows by that id. */
export const noCustomer = (customer: string): Refused =>
  notFound('customer', customer, 'Look among all customers: they are found by their id, email, phone or name.');

/** A cursor that no list gave. */
export const badCursor = (after: string): Refused =>
  new Refused(400, `after is ${JSON.stringify(after.slice(0, 60))}; it should be the \`next\` of an answer.`);

export const problemOf = ({ status, message, more }: Refused): Problem => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Not done',
  status,
  detail: message,
  ...more,
});

/** A problem as RFC 9457 has it. */
export const answerProblem = (c: Context, refused: Refused): Response =>
  c.body(JSON.stringify(problemOf(refused)), refused.status, { 'content-type': 'application/problem+json' });
