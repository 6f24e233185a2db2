import type { Engine, Kind } from './engine.ts';
import { messageOf } from './message-of.ts';
import type { Question, Reply } from './protocol.ts';

/** Edits follow one another; of all else only the newest is of use. */
const EACH: readonly Kind[] = ['edit'];

/** What one looks at comes before what is looked through meanwhile. */
const URGENCY: readonly Kind[] = ['edit', 'outline', 'play', 'preview', 'names', 'playable', 'check', 'scenarios'];

const mostUrgent = (waiting: readonly Question[]): Question | undefined =>
  waiting.toSorted((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || a.id - b.id)[0];

interface DeskDeps {
  engine: Engine;
  reply: (reply: Reply) => void;
  /** Calls back after messages that have come meanwhile were taken. */
  later: (work: () => void) => void;
}

const ask = (engine: Engine, { kind, input }: Question): unknown =>
  // Kind and input belong together by the type of a question.
  (engine[kind] as (input: unknown) => unknown)(input);

/** Takes questions one after the other, the most urgent first; one that waits is overtaken by a newer one of its kind. */
export const createDesk = ({ engine, reply, later }: DeskDeps) => {
  let waiting: Question[] = [];
  let isBusy = false;

  const work = async (): Promise<void> => {
    const question = mostUrgent(waiting);
    if (!question) {
      isBusy = false;
      return;
    }
    waiting = waiting.filter((each) => each !== question);
    try {
      reply({ id: question.id, answer: await ask(engine, question) });
    } catch (error) {
      reply({ id: question.id, broke: messageOf(error) });
    }
    later(() => void work());
  };

  return (question: Question): void => {
    const isOlder = (each: Question): boolean => each.kind === question.kind && !EACH.includes(each.kind);
    for (const each of waiting.filter(isOlder)) reply({ id: each.id, overtaken: true });
    waiting = [...waiting.filter((each) => !isOlder(each)), question];
    if (isBusy) return;
    isBusy = true;
    later(() => void work());
  };
};
