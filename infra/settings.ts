import { z } from 'zod';
import { HOST, readEmail } from '../language/catalogue/email-field.ts';
import { Console } from './console/settings.ts';

export const ADDRESS = /^(?:[^<>]*<)?\s*([^\s<>@]+@([^\s<>@]+\.[^\s<>@]+?))\s*>?$/;

/** Whether SES can send as it: by an address of ASCII, whose domain is as DNS knows it. */
const isSender = (sender: string): boolean => {
  const [, address = ''] = ADDRESS.exec(sender) ?? [];
  const isClosed = sender.includes('<') === sender.includes('>');
  return isClosed && /^[\x21-\x7e]+$/.test(address) && readEmail(address)?.toLowerCase() === address.toLowerCase();
};

/** What another stage has under such a name: its other stacks and the logs of its APIs; and what stacks of identities are called. */
const OF_OTHERS = /-(operations|machines|console|desk|inbox)$|^identity-/;

/** For how many days CloudWatch can keep a log. */
const LOG_DAYS: number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** A name of a tag, as AWS takes it. */
const TAG = /^(?!aws:)[\w .:/=+@-]{1,128}$/;

/** A name of a bus, as EventBridge takes it. */
const BUS = /^[/.\-_A-Za-z0-9]{1,256}$/;

const parseTags = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(',').map((tag) => {
      const [name = '', ...value] = tag.split('=');
      return [value.length === 0 ? '' : name.trim(), value.join('=').trim()];
    }),
  );

/** A list in a program, or a text with commas between on a command line. */
const listOf = (one: z.ZodType<string, string>) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((names) => [...new Set([names].flat().flatMap((text) => text.split(',').map((name) => name.trim())))])
    .pipe(z.array(one));

/** A number, also as a command line has it. A blank is none, and neither is what JavaScript would make one of. */
const numeral = (one: z.ZodType<number, number>) =>
  z
    .custom<number | string>()
    .transform((given) => (typeof given === 'string' && given.trim() !== '' ? Number(given) : (given as number)))
    .pipe(one);

/** What a deployment is told: by the props of `Tactful`, in `cdk.json`, or by `-c name=value`. */
export const GivenSettings = z.object({
  /** The name of this deployment, part of every name in it. */
  stage: z
    .string('give a name of this deployment, such as dev or production')
    .regex(/^[a-z][a-z0-9-]{0,19}$/, 'use up to 20 lower-case letters, digits and hyphens, beginning with a letter')
    .refine(
      (stage) => !OF_OTHERS.test(stage),
      'call it otherwise: it neither ends in -operations, -machines, -console, -desk or -inbox nor begins with identity-, since parts of other stages are called so',
    ),
  /** Divides every duration, for staging. */
  pace: numeral(z.number('give a number').positive('give a number above 0')).default(1),
  /** Who messages come from. */
  sender: z
    .string('give the address that messages come from')
    .refine(isSender, 'give an address, such as Acme <hello@acme.example>, its domain as DNS knows it'),
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
  /** Where answers to emails come in: a name whose mail goes to SES, and to nothing else. */
  inboundDomain: z
    .string()
    .regex(HOST, 'give a name of yours that has no mailboxes, such as reply.acme.example')
    .optional(),
  /** A set of receipt rules that is there already, since one alone is active in an account and region; else one is made. */
  inboundRuleSet: z
    .string()
    .regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/, 'give the name of a set of receipt rules of SES')
    .optional(),
  /** A bus to use instead of one of our own. */
  busName: z.string().regex(BUS, 'give the name of a bus, such as acme-events').optional(),
  /** Buses on which the sources of `from` arrive. A partner's has the name of its source. */
  sourceBuses: listOf(
    z.string().regex(BUS, 'give names of buses with commas between, such as default,aws.partner/shop.example/1'),
  ).default(['default']),
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
  /** The desk at which colleagues work, where it is told of tasks and replies; its address, and what it calls a ticket of ours. */
  desk: z.enum(['generic', 'zendesk', 'intercom', 'connect'], 'give generic, zendesk, intercom or connect').optional(),
  deskUrl: z
    .url({ protocol: /^https$/, hostname: HOST, error: 'give an address such as https://acme.zendesk.com' })
    .optional(),
  deskTicketType: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'give the id of a ticket type of Intercom')
    .optional(),
  /** Of Amazon Connect: the instance, in the region and account of the stage, and the flow that a task runs through. */
  deskInstance: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'give the ARN of an instance of Amazon Connect',
    )
    .optional(),
  deskFlow: z
    .string()
    .regex(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'give the id of a flow of Amazon Connect, the last part of its ARN',
    )
    .optional(),
  /** Emails a second that this stage may send, from the account's quota; without it SES alone says when it is too many. */
  maxSendRate: numeral(
    z.number('give the number of emails a second that SES lets the account send').positive('give a number above 0'),
  ).optional(),
  /** Whom alarms tell. Each address gets a mail first that asks whether it wants to. */
  alarmEmail: listOf(
    z.string().regex(/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/, 'give addresses with commas between'),
  ).optional(),
  /** For how many days events are kept to be played again. */
  archiveDays: numeral(
    z.number('give a whole number').int('give a whole number').min(1, 'give a day at least'),
  ).default(30),
  /** Of how many customers in a hundred what came for them is kept as long, to be played by drafts; unsaid, 5 where the stage is kept, else all. */
  pastShare: numeral(
    z
      .number('give a number from 0 to 100')
      .min(0, 'give a number from 0 to 100')
      .max(100, 'give a number from 0 to 100'),
  ).optional(),
  /** For how many days a customer's timeline keeps what happened; for as long as the customer where nothing is said. */
  timelineDays: numeral(
    z
      .number('give a whole number')
      .int('give a whole number')
      .min(90, 'give 90 days at least: reports of a message and questions about it come that late'),
  ).optional(),
  /** For how many days the audit log keeps who did what. */
  auditDays: numeral(
    z
      .number('give a whole number')
      .int('give a whole number')
      .min(90, 'give 90 days at least: what somebody did is asked about that late'),
  ).default(730),
  /** For how many days logs are kept. They hold no personal data. */
  logDays: numeral(
    z
      .number('give a number of days')
      .refine((days) => LOG_DAYS.includes(days), `give one that CloudWatch knows: ${LOG_DAYS.join(', ')}`),
  ).default(90),
  /** Tags of everything, beside `tactful:stage`: `team=growth,cost-centre=7`, or a record in a program. */
  tags: z
    .union([z.record(z.string(), z.string()), z.string().transform(parseTags)])
    .refine((tags) => Object.keys(tags).every((name) => TAG.test(name)), 'give tags as name=value with commas between')
    .default({}),
  /** The name or ARN of a policy that no role of ours may go beyond. */
  permissionsBoundary: z
    .string()
    .regex(/^(arn:[\w-]+:iam::(\d{12}|aws):policy\/)?[\w+=,.@/-]+$/, 'give the name or ARN of a policy of IAM')
    .optional(),
  /** The ARN of a key of KMS, for whatever holds something of customers. */
  encryptionKey: z
    .string()
    .regex(/^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/, 'give the ARN of a key, not of an alias')
    .optional(),
  /** Who reads the mood of texts. */
  textReader: z.enum(['embedded', 'comprehend', 'bedrock'], 'give embedded, comprehend or bedrock').default('embedded'),
  /** The model, or inference profile, that reads texts where Bedrock does. */
  textModel: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)*$/, 'give the id of a model or inference profile of Bedrock')
    .default('global.amazon.nova-2-lite-v1:0'),
  /** Whether intake and preferences keep a part of the account's concurrency to themselves; unsaid, on stages that are kept. */
  reservedConcurrency: z.enum(['on', 'off'], 'give on or off').optional(),
  /** Whether new code takes over at once, or a tenth first and the rest if that does well; unsaid, gradual on stages that are kept. */
  deployment: z.enum(['all-at-once', 'gradual'], 'give all-at-once or gradual').optional(),
  /** Whether a product of yours shows customers their inbox: then there is an API for its backend (docs/inbox.md). */
  inbox: z.enum(['on', 'off'], 'give on or off').default('off'),
  /** Where marketing, agents and operators work; `off` where there is to be none. */
  console: Console,
  /** The folder with journeys, moments, events and policy. */
  workflows: z.string().min(1, 'give the path of a folder').default('workflows'),
  /** Whether a draft is published by somebody else than who changed it last. */
  approval: z.enum(['on', 'off'], 'give on or off').default('off'),
  /** The number of the first version that is published on the stage. Tables that are older than its bucket know higher ones. */
  firstVersion: numeral(
    z.number('give a whole number').int('give a whole number').positive('give a number above 0'),
  ).default(1),
});

export type GivenSettings = z.input<typeof GivenSettings>;

/** The same, checked, with what follows from it. */
export interface Settings extends z.infer<typeof GivenSettings> {
  pastShare: number;
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

/** Whether copy may ask for a reply by email: where answers come in, and on a stage that is thrown away, which no customer reads. */
export const hearsReplies = ({ inboundDomain, kept }: Pick<Settings, 'inboundDomain' | 'kept'>): boolean =>
  inboundDomain !== undefined || !kept;
