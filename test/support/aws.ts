import type { AwsError } from 'aws-sdk-client-mock';

/** An error as a service answers it. */
export const awsError = (name: string, status: number, more: object = {}): AwsError =>
  Object.assign(new Error(`${name} from the service`), {
    name,
    $fault: status < 500 ? ('client' as const) : ('server' as const),
    $metadata: { httpStatusCode: status },
    $service: 'Test',
    ...more,
  });

/** The call went out and no reply came. */
export const timeOut = (): AwsError =>
  Object.assign(new Error('a request has exceeded the configured requestTimeout'), { name: 'TimeoutError' });

/** The connection was cut before a reply. */
export const connectionLost = (): AwsError =>
  Object.assign(new Error('socket hang up'), { name: 'Error', code: 'ECONNRESET' });

export const noPause = async (): Promise<void> => {};
