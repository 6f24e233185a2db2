import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Call } from './call.ts';

/** An endpoint on this machine that answers for all of AWS, and writes down what it was asked. */
export interface Wire {
  endpoint: string;
  /** The calls since the last time. */
  take(): Promise<Call[]>;
  close(): Promise<void>;
}

/** `database` is the endpoint of a DynamoDB Local; `published` is what the functions read of S3. */
export const openWire = async (database: string, published: string): Promise<Wire> => {
  const worker = new Worker(new URL('./wire.ts', import.meta.url), { workerData: { database, published } });
  const [port] = (await once(worker, 'message')) as [number];
  return {
    endpoint: `http://127.0.0.1:${port}`,
    take: async () => {
      worker.postMessage('take');
      const [calls] = (await once(worker, 'message')) as [Call[]];
      return calls;
    },
    close: async () => {
      await worker.terminate();
    },
  };
};
