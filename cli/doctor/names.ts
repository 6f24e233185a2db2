import type { Kind } from './account.ts';
import type { Plan } from './plan.ts';

const FUNCTIONS = [
  'intake',
  'deliver',
  'advance',
  'relay',
  'census',
  'effects',
  'preferences',
  'broadcast',
  'capacity',
  'operate',
  'operate-read',
  'operate-erase',
  'publish',
  'api',
];
/** Where answers to emails come in, on a stage that has a domain for them. */
const OF_INBOUND: [Kind, (prefix: string) => string][] = [
  ['queue', (prefix) => `${prefix}-inbound`],
  ['queue', (prefix) => `${prefix}-inbound-dead-letters`],
  ['log group', (prefix) => `/aws/lambda/${prefix}-inbound`],
];
const QUEUES = [
  'intake',
  'intake-dead-letters',
  'rejects',
  'due',
  'later',
  'broadcasts',
  'broadcasts-dead-letters',
  'clock-dead-letters',
];

/** What is there where a product's backend reads inboxes. */
const inboxNames = (prefix: string): [Kind, string][] => [
  ['secret', `${prefix}-inbox-key`],
  ['log group', `/aws/lambda/${prefix}-inbox`],
  ['log group', `/aws/apigateway/${prefix}-inbox`],
];

/** What is there where a desk is told of work; only one with a webhook has a secret and a way in. */
const deskNames = (prefix: string, desk: string): [Kind, string][] => [
  ['queue', `${prefix}-desk`],
  ['queue', `${prefix}-desk-dead-letters`],
  ['log group', `/aws/lambda/${prefix}-desk`],
  ...(desk === 'connect'
    ? []
    : ([
        ['secret', `${prefix}-desk`],
        ['log group', `/aws/apigateway/${prefix}-desk`],
      ] satisfies [Kind, string][])),
];

/** Whatever a stage makes under a name of its own. A deploy fails on any that is taken, but for a user pool, beside which another is made. */
export const namesOf = ({
  prefix,
  busName,
  inbox = 'off',
  desk,
  inboundDomain,
}: Pick<Plan, 'prefix' | 'busName' | 'desk' | 'inboundDomain'> & Partial<Pick<Plan, 'inbox'>>): [Kind, string][] => [
  ['table', `${prefix}-customers`],
  ['table', `${prefix}-records`],
  ['table', `${prefix}-audit`],
  ['secret', `${prefix}-link-key`],
  ['secret', `${prefix}-address-key`],
  ['user pool', prefix],
  ...(busName === undefined ? [['bus', prefix] satisfies [Kind, string]] : []),
  ...QUEUES.map((name): [Kind, string] => ['queue', `${prefix}-${name}`]),
  ...(inboundDomain === undefined ? [] : OF_INBOUND.map(([kind, name]): [Kind, string] => [kind, name(prefix)])),
  ['schedule group', prefix],
  ['email configuration set', prefix],
  ...FUNCTIONS.map((name): [Kind, string] => ['log group', `/aws/lambda/${prefix}-${name}`]),
  ['log group', `/aws/vendedlogs/states/${prefix}`],
  ['log group', `/aws/apigateway/${prefix}`],
  ['log group', `/aws/apigateway/${prefix}-console`],
  ...(inbox === 'on' ? inboxNames(prefix) : []),
  ...(desk === undefined ? [] : deskNames(prefix, desk)),
];

/** Which stages can be thrown away, as infra has it: they reserve nothing by themselves. */
const THROWAWAY = /^(dev|test|sandbox|e2e|preview)(-.*)?$/;

export const isThrownAway = (stage: string): boolean => THROWAWAY.test(stage);

/** How much of the account's concurrency each function of a stage keeps to itself, by the function's name. */
export const reservationsOf = ({
  stage,
  prefix,
  reservedConcurrency,
}: Pick<Plan, 'stage' | 'prefix' | 'reservedConcurrency'>): [string, number][] =>
  (reservedConcurrency ?? (isThrownAway(stage) ? 'off' : 'on')) === 'off'
    ? []
    : [
        [`${prefix}-intake`, 100],
        [`${prefix}-preferences`, 50],
        [`${prefix}-api`, 20],
      ];
