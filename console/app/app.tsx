import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Role } from '../../functions/api/contract/roles.ts';
import { createConsoleClient } from '../shared/api/client.ts';
import { ClientContext } from '../shared/api/client-context.ts';
import { createQueries } from '../shared/api/queries.ts';
import { localHeaders, rememberedRole, rememberRole } from '../shared/session/local.ts';
import { MeProvider } from '../shared/session/me-provider.tsx';
import type { Session } from '../shared/session/session.ts';
import { SessionContext } from '../shared/session/session-context.ts';
import { theme, variables } from '../shared/theme/theme.ts';
import { createAppRouter } from './router.tsx';

/** Locally one chooses a role; what the last one saw is forgotten. */
const useLocalSession = (forget: () => void): Session => {
  const [role, setRole] = useState(() => rememberedRole(localStorage));
  return useMemo(
    () => ({
      headers: async () => localHeaders(role),
      local: {
        role,
        choose: (chosen: Role) => {
          rememberRole(localStorage, chosen);
          setRole(chosen);
          forget();
        },
      },
    }),
    [role, forget],
  );
};

export const App = () => {
  const [queries] = useState(createQueries);
  const [router] = useState(() => createAppRouter(queries));
  const forget = useMemo(() => () => void queries.resetQueries(), [queries]);
  const session = useLocalSession(forget);
  const client = useMemo(
    () => createConsoleClient({ fetch: (url, init) => fetch(url, init), headers: session.headers }),
    [session],
  );
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <SessionContext value={session}>
          <ClientContext value={client}>
            <Notifications position="bottom-right" />
            <MeProvider>
              <RouterProvider router={router} />
            </MeProvider>
          </ClientContext>
        </SessionContext>
      </QueryClientProvider>
    </MantineProvider>
  );
};
