import type { Context, Next } from 'hono';
import { answerProblem, Refused } from '../../functions/api/problem.ts';

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

const hostOf = (url: string): string | undefined => {
  try {
    return new URL(url).host;
  } catch {
    return undefined;
  }
};

/**
 * Only who is on this machine and asks for this machine by its name: a page on the web can make a browser call a local
 * port, under a name of its own or from an origin of its own.
 */
export const allowLocalOnly = async (c: Context, next: Next): Promise<Response | undefined> => {
  const { host, hostname } = new URL(c.req.url);
  const origin = c.req.header('origin');
  const isOurs = LOCAL_NAMES.has(hostname) && (origin === undefined || hostOf(origin) === host);
  if (!isOurs)
    return answerProblem(c, new Refused(403, 'The console answers only to pages and programs of this machine.'));
  await next();
  return undefined;
};
