import type { Purpose } from './kind.ts';

/** They asked for it, or it is owed to them: a receipt, a password. Little may keep it from them. */
export const isTransactional = (purpose: Purpose): boolean => purpose === 'transactional';

/** It wants something of their attention: wishes, mutes, caps, the gap and the pause button are about these alone. */
export const isSocial = (purpose: Purpose): boolean => purpose === 'relationship' || purpose === 'promotional';
