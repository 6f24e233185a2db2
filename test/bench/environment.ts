/** What every handler wants to know. Nothing of it is called, unless an endpoint on this machine is set beside it. */
export const ENVIRONMENT = {
  STAGE: 'bench',
  AWS_REGION: 'eu-west-1',
  CUSTOMERS_TABLE: 'customers',
  RECORDS_TABLE: 'records',
  BUS_NAME: 'bus',
  EFFECTS_QUEUE_URL: 'https://sqs.example.com/effects',
  REJECTS_QUEUE_URL: 'https://sqs.example.com/rejects',
  MACHINE_ARN_PREFIX: 'arn:aws:states:eu-west-1:000000000000:stateMachine:tactful-',
  CONFIGURATION_SET: 'set',
  SENDER: 'Example <hello@example.com>',
  LINK_KEY_SECRET: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:key',
  TEXT_READER: 'embedded',
  TEXT_MODEL: 'none',
  PREFERENCES_URL: 'https://preferences.example.com',
};
