/** A call to AWS, as it went over the wire. */
export interface Call {
  service: string;
  operation: string;
  input: Record<string, unknown>;
  /** DynamoDB's capacity units. */
  units: number;
  isRefused: boolean;
}

/** The first part of `X-Amz-Target`, and what we call it. */
const SERVICES: Record<string, string> = {
  DynamoDB_20120810: 'DynamoDB',
  AmazonSQS: 'SQS',
  AWSStepFunctions: 'Step Functions',
  AWSEvents: 'EventBridge',
  secretsmanager: 'Secrets Manager',
};

/** Whose call a request is; SES v2 goes by its path. */
export const namesOf = (
  target: string | undefined,
  path = '',
  method = 'POST',
): Pick<Call, 'service' | 'operation'> => {
  const [prefix = '', operation = ''] = target?.split('.') ?? [];
  const service = SERVICES[prefix];
  if (service) return { service, operation };
  if (path.startsWith('/v2/email/outbound-emails')) return { service: 'SES', operation: 'SendEmail' };
  if (path.startsWith('/schedules/')) {
    return { service: 'Scheduler', operation: method === 'DELETE' ? 'DeleteSchedule' : 'CreateSchedule' };
  }
  if (path.endsWith('/published.json')) return { service: 'S3', operation: 'GetObject' };
  throw new Error(`No answer to ${target ?? path} here.`);
};
