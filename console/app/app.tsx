import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { createClient } from '../shared/api/client.ts';
import { ClientContext } from '../shared/api/client-context.ts';
import { createQueries } from '../shared/api/queries.ts';
import { localHeaders, rememberedRole, rememberRole } from '../shared/session/local.ts';
import type { Role } from '../shared/session/roles.ts';
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
  const client = useMemo(() => createClient({ fetch: window.fetch.bind(window), headers: session.headers }), [session]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <SessionContext value={session}>
          <ClientContext value={client}>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </ClientContext>
        </SessionContext>
      </QueryClientProvider>
    </MantineProvider>
  );
};
