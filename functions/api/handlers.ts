import type { Act } from '../shared/stores/audit-log.ts';
import type { RouteName } from './contract/paths.ts';
import type { Answer, ParsedRequest } from './contract/routes.ts';
import type { Caller } from './ports.ts';

/** What was done, for the audit log: never anything of a customer's, and no text that somebody wrote. */
export type Done = Pick<Act, 'given' | 'before' | 'after'>;

/** A request beside its parts. */
export interface Asking {
  caller: Caller;
  /** The body as it came. */
  text: string;
  /** Sets a header of the answer. */
  header(name: string, value: string): void;
  /** Says for the audit log how something was before, and is now. */
  did(done: Done): void;
}

/** Does what one route asks for. Throws Refused. */
export type Handler<Name extends RouteName> = (request: ParsedRequest<Name>, asking: Asking) => Promise<Answer<Name>>;

export type Handlers = { [Name in RouteName]: Handler<Name> };
