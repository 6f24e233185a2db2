import { clip } from '../../core/customer/model/clip.ts';
import type { CrowdAnswer } from '../broadcast/answer-crowd.ts';
import type { DeskAnswer } from './kind.ts';
import { readMany } from './many.ts';
import { textOf } from './subject.ts';
import type { Tickets } from './tickets.ts';

interface HearDeps {
  tickets: Pick<Tickets, 'standing' | 'passOn'>;
  /** Puts what a colleague said of one customer on the bus. */
  publish: (answer: DeskAnswer) => Promise<void>;
  /** Begins to say the same of all who wait. */
  answerAll: (answer: CrowdAnswer) => Promise<void>;
  now: () => number;
}

/** In letters: as much as the console lets somebody say of many. */
const [WHO, WORDS, NOTE] = [100, 100, 500];

/**
 * Takes what a colleague said at a desk. Who closes the ticket of many says so of all of them; who takes it, or gives it back, has
 * no single task of theirs.
 */
export const createHear =
  ({ tickets, publish, answerAll, now }: HearDeps) =>
  async (answer: DeskAnswer): Promise<void> => {
    const { type, detail, at = now() } = answer;
    const many = readMany(detail.task);
    if (!many || type === 'agent.note_added') return publish(answer);
    if (type !== 'agent.task_done' && type !== 'agent.task_declined') return;
    const outcome = type === 'agent.task_done' ? 'done' : 'declined';
    const [by, text, note] = [textOf(detail.by), textOf(detail.outcome) ?? textOf(detail.reason), textOf(detail.note)];
    await answerAll({
      ...many,
      said: outcome,
      at,
      ...(by && { by: clip(by, WHO) }),
      ...(text && { text: clip(text, WORDS) }),
      ...(note && { note: clip(note, NOTE) }),
    });
    // The ticket is closed, so a customer who gets the same work later needs a new one.
    const standing = await tickets.standing(many);
    if (standing && standing.ticket === detail.task) await tickets.passOn(many, standing, undefined);
  };
