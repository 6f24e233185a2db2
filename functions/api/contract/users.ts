import * as z from 'zod';
import { Instant, listOf, Page } from './common.ts';
import { Role } from './roles.ts';
import { route } from './route.ts';

/** Somebody who may sign in. */
export const User = z
  .strictObject({
    /** As the user pool knows them. */
    user: z.string(),
    /** How they are shown: their address, where it is known. */
    name: z.string(),
    roles: z.array(Role),
    /** Not locked out. */
    isEnabled: z.boolean(),
    /** `invited`: their first password has not been changed yet. */
    state: z.enum(['invited', 'active', 'by-provider']),
    since: Instant.optional(),
    /** It is you. */
    isMe: z.boolean(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

const OneUser = z.strictObject({ user: z.string().min(1).max(128) });
const Roles = z
  .array(Role)
  .max(Role.options.length)
  .transform((roles) => [...new Set(roles)]);

export const userRoutes = {
  listUsers: route({
    says: 'Who may sign in to this stage, and with which roles.',
    query: Page,
    answer: listOf(User),
  }),
  inviteUser: route({
    says: 'Lets somebody sign in: they get a mail with a password for three days.',
    body: z.strictObject({ email: z.email().max(128), roles: Roles }),
    status: 201,
    answer: User,
  }),
  setRoles: route({
    says: 'Gives somebody these roles, and no others.',
    params: OneUser,
    body: z.strictObject({ roles: Roles }),
    answer: User,
  }),
  setAccess: route({
    says: 'Locks somebody out, or lets them in again.',
    params: OneUser,
    body: z.strictObject({ isEnabled: z.boolean() }),
    answer: User,
  }),
};
