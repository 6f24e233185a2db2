import { type Client, createClient } from '../../../functions/api/contract/client.ts';

/** No answer at all. */
export class Unreachable extends Error {
  override name = 'Unreachable';

  constructor(options?: ErrorOptions) {
    super('The console got no answer. Look whether you are online, and whether Tactful runs; then try again.', options);
  }
}

export interface ConsoleClientDeps {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Who asks: a role locally, a token where one signs in. */
  headers: () => Promise<Record<string, string>>;
}

/** The API for the console: it also has a sentence for when there is no answer. */
export const createConsoleClient = ({ fetch, headers }: ConsoleClientDeps): Client =>
  createClient({
    headers,
    fetch: (url, init) =>
      fetch(url, init).catch((cause: unknown) => {
        throw new Unreachable({ cause });
      }),
  });
