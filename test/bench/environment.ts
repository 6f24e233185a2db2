import { FUNCTIONS, type FunctionName } from '../../infra/bundle.ts';

/** Whoever looks at drafts and publishes them waits for seconds as it is: their starts are not measured. */
const OF_EDITORS: readonly FunctionName[] = ['publish', 'api'];

/** The functions that the bench starts as they are deployed. */
export const MEASURED = FUNCTIONS.filter((name) => !OF_EDITORS.includes(name));

/** What every handler wants to know. Nothing of it is called, unless an endpoint on this machine is set beside it. */
export const ENVIRONMENT = {
  STAGE: 'bench',
  AWS_REGION: 'eu-west-1',
  CUSTOMERS_TABLE: 'customers',
  RECORDS_TABLE: 'records',
  BUS_NAME: 'bus',
  DUE_QUEUE_URL: 'https://sqs.example.com/due',
  DUE_QUEUE_ARN: 'arn:aws:sqs:eu-west-1:000000000000:due',
  LATER_QUEUE_URL: 'https://sqs.example.com/later',
  SCHEDULE_GROUP: 'tactful-bench',
  SCHEDULE_ROLE_ARN: 'arn:aws:iam::000000000000:role/tactful-bench-schedules',
  WORKFLOWS_BUCKET: 'workflows',
  REJECTS_QUEUE_URL: 'https://sqs.example.com/rejects',
  INTAKE_QUEUE_URL: 'https://sqs.example.com/intake',
  STEPS_QUEUE_URL: 'https://sqs.example.com/steps',
  PAST_SHARE: '0.05',
  PAST_DAYS: '30',
  AUDIT_TABLE: 'audit',
  AUDIT_DAYS: '400',
  INTAKE_DEAD_LETTERS_URL: 'https://sqs.example.com/intake-dead',
  GIVEN_UP_BUCKET: 'given-up',
  RELAY_FUNCTION: 'relay',
  INTAKE_FUNCTION: 'intake',
  MACHINE_ARN_PREFIX: 'arn:aws:states:eu-west-1:000000000000:stateMachine:tactful-',
  CONFIGURATION_SET: 'set',
  SMS_CONFIGURATION_SET: 'set',
  SENDER: 'Example <hello@example.com>',
  LINK_KEY_SECRET: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:key',
  ADDRESS_KEY_SECRET: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:address-key',
  TEXT_READER: 'embedded',
  TEXT_MODEL: 'none',
  PREFERENCES_URL: 'https://preferences.example.com',
  RIGHT: 'operate',
  DESK: 'generic',
  DESK_QUEUE_URL: 'https://sqs.example.com/desk',
  DESK_URL: 'https://desk.example.com',
  DESK_SECRET: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:desk',
  CONNECT_INSTANCE: 'none',
  CONNECT_FLOW: 'none',
  INBOX_KEY_SECRET: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:inbox-key',
  MAIL_BUCKET: 'mail',
  INBOUND_QUEUE_URL: 'https://sqs.example.com/inbound',
  REPLY_DOMAIN: 'reply.example.com',
  SENDER_ADDRESS: 'hello@example.com',
};
