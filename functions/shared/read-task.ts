import * as z from 'zod';
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

const Contract = z.object({ contract: z.int().min(1).max(CONTRACT) });

/** A task's payload. Fields that are unknown here are left out. Throws ContractUnknown, before anything else is looked at. */
export const readTask = <Task extends z.ZodType>(schema: Task, payload: unknown): z.infer<Task> => {
  if (!Contract.safeParse(payload).success) {
    throw new ContractUnknown((payload as { contract?: unknown } | null | undefined)?.contract);
  }
  return schema.parse(payload);
};
