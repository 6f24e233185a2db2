import type * as z from 'zod';
import { CONTRACT } from '../../language/catalogue/task.ts';

/** A machine of a later release asks, or one whose payload is none: the run ends, and its timer asks again. */
export class ContractUnknown extends Error {
  override name = 'ContractUnknown';
  constructor(contract: unknown) {
    super(
      `This task has contract ${JSON.stringify(contract)}, and this function knows 1 to ${CONTRACT}. It is asked again until a function that knows it is there.`,
    );
  }
}

const contractOf = (payload: unknown): unknown =>
  typeof payload === 'object' && payload !== null && 'contract' in payload ? payload.contract : undefined;

/** A task's payload. Fields that are unknown here are left out. Throws ContractUnknown, before anything else is looked at. */
export const readTask = <Task extends z.ZodType>(schema: Task, payload: unknown): z.infer<Task> => {
  const contract = contractOf(payload);
  const isKnown = typeof contract === 'number' && Number.isInteger(contract) && contract >= 1 && contract <= CONTRACT;
  if (!isKnown) throw new ContractUnknown(contract);
  return schema.parse(payload);
};
