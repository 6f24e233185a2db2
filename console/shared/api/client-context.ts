import { createContext, use } from 'react';
import type { Client } from '../../../functions/api/contract/client.ts';

export const ClientContext = createContext<Client | undefined>(undefined);

/** The API, as whoever uses the console. */
export const useClient = (): Client => {
  const client = use(ClientContext);
  if (!client) throw new Error('No client: pages belong below <ClientContext>.');
  return client;
};
