import { ROLES, type Role } from './roles.ts';

const KEY = 'tactful.role';

const isRole = (text: string | null): text is Role => ROLES.some((role) => role === text);

/** The role that this browser chose last; at first one may all. */
export const rememberedRole = (storage: Storage): Role => {
  const kept = storage.getItem(KEY);
  return isRole(kept) ? kept : 'admin';
};

export const rememberRole = (storage: Storage, role: Role): void => storage.setItem(KEY, role);

export const localHeaders = (role: Role): Record<string, string> => ({ 'x-tactful-role': role });
