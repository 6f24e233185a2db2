import type { TestProject } from 'vitest/node';
import { startDynamoDbLocal } from '../support/dynamodb-local.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    endpoint: string;
  }
}

export const setup = async (project: TestProject): Promise<() => void> => {
  const { endpoint, stop } = await startDynamoDbLocal();
  project.provide('endpoint', endpoint);
  return stop;
};
