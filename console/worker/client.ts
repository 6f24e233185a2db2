import type { AnswerTo, Input, Kind } from './engine.ts';
import type { Question, Reply } from './protocol.ts';

/** A newer question of its kind took its turn: its asker has no use for an answer any more. */
export class Overtaken extends Error {
  override name = 'Overtaken';
  constructor() {
    super('A newer question took its turn.');
  }
}

/** Something in the worker broke, for no fault of what was written. */
export class WorkerBroke extends Error {
  override name = 'WorkerBroke';
  constructor(message: string) {
    super(`Checking in the browser broke: ${message} Load the page again; what you wrote is kept.`);
  }
}

/** As much of a Worker as is used. */
export interface Port {
  postMessage(question: Question): void;
  onmessage: ((event: { data: Reply }) => void) | null;
}

export type AskWorker = <Of extends Kind>(kind: Of, input: Input<Of>) => Promise<AnswerTo<Of>>;

/** Asks the worker; each question has one answer, or throws Overtaken or WorkerBroke. */
export const createWorkerClient = (port: Port): AskWorker => {
  const open = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  port.onmessage = ({ data }) => {
    const asker = open.get(data.id);
    open.delete(data.id);
    if ('answer' in data) asker?.resolve(data.answer);
    else asker?.reject('overtaken' in data ? new Overtaken() : new WorkerBroke(data.broke));
  };
  return (kind, input) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      open.set(id, { resolve: (answer) => resolve(answer as AnswerTo<typeof kind>), reject });
      port.postMessage({ id, kind, input } as Question);
    });
};
