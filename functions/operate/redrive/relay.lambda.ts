import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { Carry } from './given-up.ts';

// Exported beside its adapter, so that who imports this on demand loads no more of the SDK than the client.
export { LambdaClient } from '@aws-sdk/client-lambda';

const Failures = z.looseObject({ batchItemFailures: z.array(z.looseObject({ itemIdentifier: z.string() })) });
const Answer = z.looseObject({ batchItemFailures: z.array(z.unknown()) });

/** The intake function, asked as its queue asks it: which of these events it took. */
export const createLambdaIntake =
  (client: LambdaClient, name: string) =>
  async (bodies: string[]): Promise<boolean[]> => {
    // Without a receipt: they lie in another queue, which hides them.
    const Records = bodies.map((body, index) => ({
      messageId: String(index),
      body,
      receiptHandle: '',
      attributes: { ApproximateReceiveCount: '1' },
    }));
    const invoke = new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ Records }) });
    const { FunctionError, Payload } = await client.send(invoke);
    if (FunctionError !== undefined) return bodies.map(() => false);
    const failed = new Set(
      Failures.parse(JSON.parse(new TextDecoder().decode(Payload))).batchItemFailures.map(
        ({ itemIdentifier }) => itemIdentifier,
      ),
    );
    return bodies.map((_, index) => !failed.has(String(index)));
  };

/** The relay function, asked as its stream asks it. */
export const createLambdaRelay =
  (client: LambdaClient, name: string): Carry =>
  async (batch) => {
    const invoke = new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(batch) });
    const { FunctionError, Payload } = await client.send(invoke);
    if (FunctionError !== undefined) return false;
    return Answer.parse(JSON.parse(new TextDecoder().decode(Payload))).batchItemFailures.length === 0;
  };
