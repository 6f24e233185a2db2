import type { Role } from '../../../functions/api/contract/roles.ts';

/** Who uses the console, to the API. */
export interface Session {
  /** What each request carries. */
  headers: () => Promise<Record<string, string>>;
  /** Locally: the role one has chosen, and how to choose another. */
  local?: { role: Role; choose: (role: Role) => void };
  /** Deployed: ends the session here and with the sign-in. */
  signOut?: () => Promise<void>;
}
