import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { Carry } from './given-up.ts';

// With its client: who loads this only when it is needed loads no more of the SDK than that.
export { LambdaClient } from '@aws-sdk/client-lambda';

const Answer = z.looseObject({ batchItemFailures: z.array(z.unknown()) });

/** The relay function, asked as its stream asks it. */
export const createLambdaRelay =
  (client: LambdaClient, name: string): Carry =>
  async (batch) => {
    const invoke = new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(batch) });
    const { FunctionError, Payload } = await client.send(invoke);
    if (FunctionError !== undefined) return false;
    return Answer.parse(JSON.parse(new TextDecoder().decode(Payload))).batchItemFailures.length === 0;
  };
