import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Client } from '../../functions/api/contract/client.ts';
import type { Role } from '../../functions/api/contract/roles.ts';
import { createConsoleClient } from '../shared/api/client.ts';
import { ClientContext } from '../shared/api/client-context.ts';
import { createQueries } from '../shared/api/queries.ts';
import { useClicksOnce } from '../shared/api/use-once.ts';
import { localHeaders, rememberedRole, rememberRole } from '../shared/session/local.ts';
import { MeProvider } from '../shared/session/me-provider.tsx';
import type { Session } from '../shared/session/session.ts';
import { SessionContext } from '../shared/session/session-context.ts';
import { theme, variables } from '../shared/theme/theme.ts';
import { type AppRouter, createAppRouter } from './router.tsx';

/** Locally one chooses a role. */
const useLocalSession = (): Session => {
  const [role, setRole] = useState(() => rememberedRole(localStorage));
  return useMemo(
    () => ({
      headers: async () => localHeaders(role),
      local: {
        role,
        choose: (next: Role) => {
          rememberRole(localStorage, next);
          setRole(next);
        },
      },
    }),
    [role],
  );
};

export interface ConsoleProps {
  client: Client;
  session: Session;
  queries: QueryClient;
  router: AppRouter;
  /** In a test nothing moves. */
  env?: 'default' | 'test';
}

/** The console, whoever uses it and wherever its API is. */
export const Console = ({ client, session, queries, router, env = 'default' }: ConsoleProps) => {
  useClicksOnce();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" env={env}>
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

const clientOf = ({ headers }: Session): Client =>
  createConsoleClient({ fetch: (url, init) => fetch(url, init), headers });

/** The console on one's own machine. */
export const LocalApp = () => {
  const [queries] = useState(createQueries);
  const [router] = useState(() => createAppRouter(queries));
  const session = useLocalSession();
  const client = useMemo(() => clientOf(session), [session]);
  const seenBy = useRef(client);
  // What the last role saw is forgotten only when all ask as the new one: else it is asked for once more as the last.
  useEffect(() => {
    if (seenBy.current === client) return;
    seenBy.current = client;
    void queries.resetQueries();
  }, [client, queries]);
  return <Console client={client} session={session} queries={queries} router={router} />;
};

/** The console of a stage, for who has signed in. */
export const SignedInApp = ({ session }: { session: Session }) => {
  const [queries] = useState(createQueries);
  const [router] = useState(() => createAppRouter(queries));
  const [client] = useState(() => clientOf(session));
  return <Console client={client} session={session} queries={queries} router={router} />;
};
