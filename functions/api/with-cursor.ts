import { ZodError } from 'zod';
import { badCursor } from './problem.ts';

/** Asks a store for a page. A cursor that it cannot read is one that it never gave. Throws Refused. */
export const withCursor = async <Page>(after: string | undefined, ask: () => Promise<Page>): Promise<Page> => {
  try {
    return await ask();
  } catch (error) {
    const isUnread = error instanceof SyntaxError || error instanceof ZodError;
    throw after !== undefined && isUnread ? badCursor(after) : error;
  }
};
