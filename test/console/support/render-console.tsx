import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Console } from '../../../console/app/app.tsx';
import { createAppRouter } from '../../../console/app/router.tsx';
import { createConsoleClient } from '../../../console/shared/api/client.ts';
import { createQueries } from '../../../console/shared/api/queries.ts';
import { type Fakes, fakeApi } from './fake-api.ts';
import { smallWorld } from './small-world.ts';

/** The console at an address, with the small world behind it, or what a test puts in its place. */
export const renderConsole = (address: string, fakes: Fakes = {}) => {
  const api = fakeApi({ ...smallWorld(), ...fakes });
  const queries = createQueries();
  const { queries: usual, ...others } = queries.getDefaultOptions();
  queries.setDefaultOptions({ ...others, queries: { ...usual, staleTime: 0, retry: false } });
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createAppRouter(queries, history);
  const client = createConsoleClient({ fetch: api.fetch, headers: async () => ({}) });
  const session = { headers: async () => ({}), local: { role: 'admin' as const, choose: () => {} } };
  const view = render(<Console client={client} session={session} queries={queries} router={router} env="test" />);
  return { ...view, ...api, queries, history, user: userEvent.setup({ delay: null }) };
};
