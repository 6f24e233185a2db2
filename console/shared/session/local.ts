import type { Role } from '../../../functions/api/contract/roles.ts';

const KEY = 'tactful.role';

/** As one chooses, to see what others see; the API has the table of who may what. */
export const ROLES: readonly Role[] = ['viewer', 'marketer', 'publisher', 'agent', 'admin'];

/** The role that this browser chose last; at first one may all. */
export const rememberedRole = (storage: Storage): Role => {
  const stored = storage.getItem(KEY);
  return ROLES.find((role) => role === stored) ?? 'admin';
};

export const rememberRole = (storage: Storage, role: Role): void => storage.setItem(KEY, role);

export const localHeaders = (role: Role): Record<string, string> => ({ 'x-tactful-role': role });
