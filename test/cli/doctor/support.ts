import type { Account, Holder, SenderIdentity, StackSeen } from '../../../cli/doctor/account.ts';
import { examine } from '../../../cli/doctor/doctor.ts';
import type { Plan } from '../../../cli/doctor/plan.ts';

export interface World {
  stacks: Record<string, StackSeen>;
  /** By kind and name. */
  holders: Record<string, Holder>;
  identities: Record<string, SenderIdentity>;
}

/** An account in which everything is as a first deploy would have it, but for what is given. */
export const accountWith = ({
  stacks = {},
  holders = {},
  identities,
  ...more
}: Partial<World & Account> = {}): Account => ({
  region: 'eu-west-1',
  stack: async (name) => stacks[name],
  holder: async (kind, name) => holders[`${kind} ${name}`],
  identity: async (name) => (identities ?? { 'acme.com': VERIFIED })[name],
  sending: async () => ({ production: true, paused: false, daily: 50_000, perSecond: 14 }),
  texting: async () => ({ production: true, origins: ['pool-1'], spend: 100 }),
  concurrency: async () => ({ all: 1000, unreserved: 1000 }),
  reserved: async () => 0,
  quotas: async () => ({ 'Number of schedules': 10_000_000, 'CreateSchedule request rate': 250, 'Other things': 1 }),
  readText: async () => {},
  ...more,
});

export const VERIFIED: SenderIdentity = {
  verified: true,
  mailFrom: { domain: 'bounces.acme.com', status: 'SUCCESS' },
};

export const plan = (more: Partial<Plan> = {}): Plan => ({
  stage: 'production',
  prefix: 'tactful-production',
  sender: 'Acme <hello@acme.com>',
  address: 'hello@acme.com',
  domain: 'acme.com',
  identity: 'existing',
  textReader: 'embedded',
  textModel: 'model',
  inbox: 'off',
  workflows: 'workflows',
  texts: false,
  says: { replies: false, inbox: false },
  ...more,
});

export const PREFIX = 'tactful-production';
export const deployed = (status: string, ids: string[] = []) => ({ [PREFIX]: { status, ids } });

/** What a look at such an account says. */
export const ask = async (world: Partial<World & Account> = {}, more: Partial<Plan> = {}) => {
  const { status, lines } = await examine(accountWith(world), plan(more));
  return { status, printed: lines.join('\n') };
};
