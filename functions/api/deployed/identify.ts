import type { Context } from 'hono';
import * as z from 'zod';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Caller } from '../ports.ts';
import { rolesOf } from './roles-of.ts';

/** Somebody as the user pool knows them. */
export interface KnownUser {
  email?: string | undefined;
  isEnabled: boolean;
}

/** Port: who a user of the pool is; undefined of one who is gone. */
export type FindUser = (username: string) => Promise<KnownUser | undefined>;

interface IdentifyDeps {
  find: FindUser;
  now: () => number;
  /** Of a pool that does not answer: people go on by the name that is in their token. */
  report: (error: unknown) => void;
}

/** What an access token says, as an HTTP API has checked it. */
const Signed = z.looseObject({
  event: z.looseObject({
    requestContext: z.looseObject({
      authorizer: z.looseObject({
        jwt: z.looseObject({
          claims: z.looseObject({
            sub: z.string(),
            username: z.string(),
            token_use: z.literal('access'),
            'cognito:groups': z.unknown().optional(),
          }),
        }),
      }),
    }),
  }),
});

/** As long as somebody whom the pool has locked out goes on, at most. */
const LASTS = 5 * MINUTE;
const MOST_KEPT = 1000;

/** Who asks, by the token that the gateway has checked. Somebody whom the pool has locked out since is nobody. */
export const createIdentify = ({ find, now, report }: IdentifyDeps) => {
  const cache = new Map<string, { user: KnownUser | undefined; until: number }>();
  const findUser = async (username: string): Promise<KnownUser | undefined> => {
    const before = cache.get(username);
    if (before && now() < before.until) return before.user;
    try {
      const user = await find(username);
      if (cache.size >= MOST_KEPT) cache.clear();
      cache.set(username, { user, until: now() + LASTS });
      return user;
    } catch (error) {
      report(error);
      // While the pool cannot be asked its last answer holds. Of somebody it was never asked about the token alone is believed.
      return before ? before.user : { isEnabled: true };
    }
  };
  return async (c: Context): Promise<Caller | undefined> => {
    const { data } = Signed.safeParse(c.env);
    if (!data) return undefined;
    const { sub, username, 'cognito:groups': groups } = data.event.requestContext.authorizer.jwt.claims;
    const user = await findUser(username);
    if (!user?.isEnabled) return undefined;
    return { user: { id: sub, name: user.email ?? username }, roles: rolesOf(groups), vouched: 'sign-in' };
  };
};
