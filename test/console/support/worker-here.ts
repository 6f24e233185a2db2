import { createDesk } from '../../../console/worker/desk.ts';
import { createEngine } from '../../../console/worker/engine.ts';
import type { Question, Reply } from '../../../console/worker/protocol.ts';

/** The worker of the editor in the thread of the test: happy-dom has none. */
export class WorkerHere {
  onmessage: ((event: { data: Reply }) => void) | null = null;

  private readonly take = createDesk({
    engine: createEngine(),
    reply: (data) => this.onmessage?.({ data }),
    later: (work) => setTimeout(work, 0),
  });

  postMessage(question: Question): void {
    this.take(question);
  }
}
