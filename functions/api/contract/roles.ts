import * as z from 'zod';

/** What somebody may do in the console; one may have several. */
export const Role = z.enum(['viewer', 'marketer', 'publisher', 'agent', 'admin']).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;
