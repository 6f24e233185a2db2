import { z } from 'zod';

const ADDRESS = /^(?:[^<>]*<)?\s*([^\s<>@]+@([^\s<>@]+\.[^\s<>@]+?))\s*>?$/;

const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** How other stacks than the main one of a stage are called: another stage's second one, and those of identities. */
const OTHER_STACKS = /-operations$|^identity-/;

/** Domains that belong to nobody (RFC 2606), so that no mail comes from them. */
const NOBODYS = /(^|\.)(example\.(com|net|org)|example|invalid|localhost|test)$/i;

const Context = z.object({
  stage: z
    .string('give a name of this deployment, such as dev or production')
    .regex(/^[a-z][a-z0-9-]{0,19}$/, 'use up to 20 lower-case letters, digits and hyphens, beginning with a letter')
    .refine(
      (stage) => !OTHER_STACKS.test(stage),
      'call it otherwise: it neither ends in -operations nor begins with identity-, since other stacks are called so',
    ),
  pace: z.coerce.number('give a number').positive('give a number above 0').default(1),
  sender: z
    .string('give the address that messages come from')
    .regex(ADDRESS, 'give an address, such as Acme <hello@acme.example>'),
  /** What to verify with SES for that sender, in a stack of its own; nothing where it is `existing`. */
  identity: z.enum(['domain', 'address', 'existing'], 'give domain, address or existing').default('existing'),
  /** Where emails that cannot be delivered go back to: a domain below the sender's. */
  mailFrom: z
    .string()
    .regex(HOST, 'give a name below the domain of the sender, such as bounces.acme.example')
    .optional(),
  /** Whether an email may go on its way where it cannot be encrypted. */
  emailTls: z.enum(['require', 'optional'], 'give require or optional').default('require'),
  /** Where the links in messages lead, instead of a name of AWS's, and its certificate. */
  linkDomain: z.string().regex(HOST, 'give a name of yours, such as hello.acme.example').optional(),
  linkCertificate: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[a-z0-9-]+$/,
      'give the ARN of a certificate of ACM in the region of the stage',
    )
    .optional(),
  /** A bus to use instead of one of our own. */
  busName: z.string().min(1).optional(),
  /** Buses on which the sources of `from` arrive. A partner's has the name of its source. */
  sourceBuses: z
    .string()
    .default('default')
    .transform((text) => [...new Set(text.split(',').map((name) => name.trim()))])
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^[/.\-_A-Za-z0-9]{1,256}$/,
            'give names of buses with commas between, such as default,aws.partner/shop.example/1',
          ),
      ),
    ),
  /** Printed below messages that promote something, as many laws ask. */
  postalAddress: z.string().min(1).optional(),
  /** What text messages come from: a pool or phone number of End User Messaging, or a sender id that countries show. */
  smsFrom: z
    .string()
    .regex(
      /^((pool|phone)-[a-f0-9]{8,64}|[A-Za-z0-9-]{1,11})$/,
      'give the id of a pool (pool-…) or of a phone number (phone-…), or a sender id of up to 11 letters and digits',
    )
    .optional(),
  /** Who reads the mood of texts. */
  textReader: z.enum(['embedded', 'comprehend', 'bedrock'], 'give embedded, comprehend or bedrock').default('embedded'),
  /** The model, or inference profile, that reads texts where Bedrock does. */
  textModel: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)*$/, 'give the id of a model or inference profile of Bedrock')
    .default('global.amazon.nova-2-lite-v1:0'),
  /** The folder with journeys, moments, events and policy. */
  workflows: z.string().min(1, 'give the path of a folder').default('workflows'),
  /** Of this publication of them: later ones have higher numbers. Seconds since 1970, so that nobody has to count. */
  catalogueNumber: z.coerce
    .number('give a whole number')
    .int('give a whole number')
    .positive('give a number above 0')
    .default(() => Math.floor(Date.now() / 1000)),
});

/** What a deployment is told in `cdk.json` or by `-c name=value`. */
export interface Settings extends z.infer<typeof Context> {
  /** Before the name of everything that has one. */
  prefix: string;
  /** The name of the bus that events arrive on. */
  ownBus: string;
  /** The sender's bare address and its domain. */
  address: string;
  domain: string;
  /** Customers outlive a mistake here: tables stay and cannot be deleted. */
  kept: boolean;
}

export class SettingsInvalid extends Error {
  override name = 'SettingsInvalid';
}

/** Stages that may be thrown away with all that is in them, also with more after a hyphen. Any other name is kept: `device` is no `dev`. */
const THROWAWAY = /^(dev|test|sandbox|e2e|preview)(-.*)?$/;

const NAMES = Object.keys(Context.shape);

/** Reads the settings from a source of context values, such as `app.node.tryGetContext`. Throws SettingsInvalid. */
export const readSettings = (contextOf: (name: string) => unknown): Settings => {
  const given = Object.fromEntries(NAMES.map((name) => [name, contextOf(name)]));
  const read = Context.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      const found = JSON.stringify(given[name]) ?? 'missing';
      return `${name} is ${found}: ${message}, in cdk.json's "context" or by -c ${name}=…`;
    });
    throw new SettingsInvalid(lines.join('\n'));
  }
  const [, address = '', domain = ''] = ADDRESS.exec(read.data.sender) ?? [];
  const { stage, busName } = read.data;
  const kept = !THROWAWAY.test(stage);
  const mismatch = mismatchIn({ ...read.data, kept, domain });
  if (mismatch !== undefined) throw new SettingsInvalid(mismatch);
  const prefix = `tactful-${stage}`;
  return { ...read.data, prefix, ownBus: busName ?? prefix, address, domain, kept };
};

/** What is wrong with settings that are good one by one. */
const mismatchIn = ({
  stage,
  sender,
  kept,
  domain,
  mailFrom,
  linkDomain,
  linkCertificate,
}: z.infer<typeof Context> & Pick<Settings, 'kept' | 'domain'>): string | undefined => {
  if (kept && NOBODYS.test(domain)) {
    return `sender is ${JSON.stringify(sender)}, and ${domain} belongs to nobody: the stage ${stage} is kept, so give it the address that its messages come from, in cdk.json's "context" or by -c sender=…`;
  }
  if (mailFrom !== undefined && !mailFrom.endsWith(`.${domain}`)) {
    return `mailFrom is ${JSON.stringify(mailFrom)}, which is not below ${domain}, the domain of the sender: give one such as bounces.${domain}, in cdk.json's "context" or by -c mailFrom=…`;
  }
  if ((linkDomain === undefined) === (linkCertificate === undefined)) return undefined;
  return `linkDomain is ${JSON.stringify(linkDomain) ?? 'missing'} and linkCertificate ${JSON.stringify(linkCertificate) ?? 'missing'}: give both, or neither, in cdk.json's "context" or by -c linkDomain=… -c linkCertificate=…`;
};
