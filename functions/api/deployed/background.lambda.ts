import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/** Hands something to a function and does not wait for what comes of it. */
export const createBackground =
  (client: LambdaClient, FunctionName: string) =>
  async (payload: unknown): Promise<void> => {
    const Payload = JSON.stringify(payload);
    await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }));
  };
