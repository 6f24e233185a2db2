import { z } from 'zod';

const ORIGIN = /^https:\/\/[a-z0-9.-]+(:\d+)?$/;

const providerName = z
  .string()
  .regex(/^[A-Za-z0-9_-]{3,32}$/, 'call the provider by 3 to 32 letters, digits and hyphens');

/** Where a company's own people sign in already. */
const Provider = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('oidc'),
      name: providerName,
      issuer: z.url('give the address of the OpenID provider, such as https://login.acme.example'),
      clientId: z.string().min(1, 'give the id under which it knows us'),
      /** The name or ARN of a secret of Secrets Manager that holds it: it is in no template. */
      clientSecret: z.string().min(1, 'give the name of a secret in Secrets Manager that holds it'),
    }),
    z.strictObject({
      kind: z.literal('saml'),
      name: providerName,
      metadata: z.url('give the address of the metadata of the provider'),
    }),
  ],
  'provider is of the kind oidc or saml',
);
export type Provider = z.infer<typeof Provider>;

export const ConsoleSettings = z.strictObject({
  /** Before `.auth.<region>.amazoncognito.com`, where people sign in. Of all customers of AWS in the region one has it. */
  domainPrefix: z
    .string()
    .regex(
      /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
      'domainPrefix has up to 63 lower-case letters, digits and hyphens, and neither aws nor amazon nor cognito in it',
    )
    .optional(),
  /** Whether people who sign in here need a second factor. Those of a provider have what that asks for. */
  mfa: z.enum(['off', 'optional', 'required'], 'mfa is off, optional or required').optional(),
  provider: Provider.optional(),
  /** Origins of the sites that may show an agent's page in a frame. */
  allowedFrames: z
    .array(z.string().regex(ORIGIN, 'allowedFrames are origins, such as https://acme.zendesk.com'))
    .default([]),
  /** To whom messages may be sent to try them; `*@acme.example` is everybody there. */
  testAddresses: z
    .array(z.string().regex(/^(\*|[^\s@*]+)@[a-z0-9.-]+$/, 'testAddresses are addresses, or *@ and a domain'))
    .optional(),
});

export type ConsoleSettings = z.infer<typeof ConsoleSettings>;

type SettingsInput = 'off' | z.input<typeof ConsoleSettings>;

const parseJson = (value: SettingsInput | string): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

/** The console of a stage, or that it has none: an object, or a text with JSON on a command line. */
export const Console = z
  .custom<SettingsInput | string>()
  .default({})
  .transform((value, context): 'off' | ConsoleSettings => {
    if (value === 'off') return value;
    const parsed = parseJson(value);
    if (typeof parsed !== 'object' || parsed === null) {
      context.addIssue({ code: 'custom', message: 'give off, or its settings as JSON' });
      return z.NEVER;
    }
    const read = ConsoleSettings.safeParse(parsed);
    if (read.success) return read.data;
    for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
