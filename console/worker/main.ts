import './node/globals.ts';
import { createDesk } from './desk.ts';
import { createEngine } from './engine.ts';
import type { Question } from './protocol.ts';

/** The worker: the language, the simulator and the functions, beside the page. */
const take = createDesk({
  engine: createEngine(),
  reply: (reply) => postMessage(reply),
  later: (work) => setTimeout(work, 0),
});

addEventListener('message', ({ data }: MessageEvent<Question>) => take(data));
