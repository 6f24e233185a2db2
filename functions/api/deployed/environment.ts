import * as z from 'zod';

const list = z.string().transform((text) => text.split(',').filter((one) => one !== ''));

/** What the function behind the console has to know of its stage. */
export const ApiEnvironment = z.object({
  STAGE: z.string(),
  KEPT: z.enum(['yes', 'no']),
  PACE: z.coerce.number().positive(),
  INBOX: z.enum(['on', 'off']),
  PAST_SHARE: z.coerce.number(),
  CUSTOMERS_TABLE: z.string(),
  RECORDS_TABLE: z.string(),
  AUDIT_TABLE: z.string(),
  AUDIT_DAYS: z.coerce.number(),
  ADDRESS_KEY_SECRET: z.string(),
  BUS_NAME: z.string(),
  WORKFLOWS_BUCKET: z.string(),
  OPERATE_FUNCTION: z.string(),
  ERASE_FUNCTION: z.string(),
  PUBLISH_FUNCTION: z.string(),
  OWN_FUNCTION: z.string(),
  APPROVAL: z.enum(['on', 'off']),
  USER_POOL: z.string(),
  ISSUER: z.string(),
  CLIENT_ID: z.string(),
  SIGN_IN_HOST: z.string(),
  ALLOWED_FRAMES: list,
  TEST_ADDRESSES: list,
  SENDER: z.string(),
  CONFIGURATION_SET: z.string(),
  /** Where AWS is, if not where it always is. */
  AWS_ENDPOINT_URL: z.string().optional(),
});
