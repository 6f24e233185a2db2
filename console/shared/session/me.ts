import { createContext, use } from 'react';
import type { Me } from '../../../functions/api/contract/me.ts';
import type { RouteName } from '../../../functions/api/contract/paths.ts';

export const MeContext = createContext<Me | undefined>(undefined);

/** Who one is here, and what one may do; undefined until the API has said it. */
export const useMe = (): Me | undefined => use(MeContext);

/** Whether one may ask a route: what one may not do is not offered. */
export const useMay = (): ((name: RouteName) => boolean) => {
  const me = useMe();
  return (name) => me?.may.includes(name) ?? false;
};
