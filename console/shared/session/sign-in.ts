import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Session } from './session.ts';
import type { SignInSettings } from './sign-in-settings.ts';

type Page = Pick<Window, 'location' | 'history' | 'sessionStorage'>;

/** Where one wanted to go before one had to sign in. Only a place of our own. */
const placeIn = (state: unknown): string => (typeof state === 'string' && /^\/(?!\/)/.test(state) ? state : '/');

const managerOf = (
  { authority, clientId, metadataUrl }: SignInSettings,
  { location, sessionStorage }: Page,
): UserManager =>
  new UserManager({
    authority,
    client_id: clientId,
    redirect_uri: `${location.origin}/`,
    response_type: 'code',
    scope: 'openid email',
    automaticSilentRenew: true,
    // Of this tab, and gone with it.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    ...(metadataUrl === undefined ? {} : { metadataUrl }),
  });

const isCallback = ({ location: { search } }: Page): boolean => {
  const parameters = new URLSearchParams(search);
  return parameters.has('state') && (parameters.has('code') || parameters.has('error'));
};

/** The user of this tab, or the one who comes back from signing in. */
const userOf = async (manager: UserManager, page: Page): Promise<User | null> => {
  if (!isCallback(page)) return manager.getUser();
  const user = await manager.signinRedirectCallback();
  page.history.replaceState(null, '', placeIn(user.state));
  return user;
};

/** A session with the stage's sign-in (authorization code with PKCE). Undefined: the browser is on its way there. */
export const signIn = async (settings: SignInSettings, page: Page): Promise<Session | undefined> => {
  const manager = managerOf(settings, page);
  const goThere = (): Promise<void> => {
    const { pathname, search } = page.location;
    return manager.signinRedirect({ state: `${pathname}${search}` });
  };
  const user = await userOf(manager, page);
  if (!user || user.expired) {
    await goThere();
    return undefined;
  }
  const headers = async (): Promise<Record<string, string>> => {
    const now = await manager.getUser();
    if (now && !now.expired) return { authorization: `Bearer ${now.access_token}` };
    await goThere();
    return {};
  };
  const signOut = async (): Promise<void> => {
    await manager.removeUser();
    await manager.signoutRedirect({
      extraQueryParams: { client_id: settings.clientId, logout_uri: `${page.location.origin}/` },
    });
  };
  return { headers, signOut };
};
