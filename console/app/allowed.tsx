import { Outlet, useMatches } from '@tanstack/react-router';
import type { RouteName } from '../../functions/api/contract/paths.ts';
import { useMay, useMe } from '../shared/session/me.ts';
import { useSession } from '../shared/session/session-context.ts';
import { Empty } from '../shared/ui/empty.tsx';
import { Go } from '../shared/ui/go.tsx';
import { Page } from '../shared/ui/page.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What a page cannot do without: whoever may not ask it sees nothing of the page. */
    asks?: RouteName;
  }
}

const NotAllowed = () => {
  const { local } = useSession();
  const roles = useMe()?.roles.join(' and ') || 'nobody';
  return (
    <Page title="Not for your role">
      <Empty title={`You are here as ${roles}, and may not see this page`} action={<Go to="/">Go to the overview</Go>}>
        {local
          ? 'To see what others see, choose another role under “You look as”.'
          : 'An admin gives roles, on the page of settings.'}
      </Empty>
    </Page>
  );
};

/** The page at hand, for whom it is. */
export const Allowed = () => {
  const may = useMay();
  const isKnown = useMe() !== undefined;
  const asks = useMatches({ select: (matches) => matches.at(-1)?.staticData.asks });
  return isKnown && asks !== undefined && !may(asks) ? <NotAllowed /> : <Outlet />;
};
