import type { OperatorAnswer } from '../../functions/operate/command.ts';
import { type AskStage, askStage } from './ask-stage.ts';

interface EraseDeps {
  ask?: AskStage;
  /** Waits a few seconds. */
  pause: () => Promise<void>;
  say: (line: string) => void;
}

/** Each a few seconds long: three times what an erasure takes. */
const MOST_LOOKS = 72;

/** What an erasure cannot reach, and when that goes. */
const REMAINS = [
  'What is left goes by itself:',
  '- Step Functions keeps the history of ended executions for 90 days: ids, and the facts that conditions read. Executions of',
  '  journeys that were left earlier and wait for a date end with it, within a year.',
  '- The archive of events keeps them for 30 days, queues of rejects and dead letters for 14, batches that the stream gave up on',
  '  for 90, the stream for a day.',
  '- Backups of the tables (point in time) reach back 35 days.',
  '- Whom a number was last written to (a keyed hash of it, and the id) goes after 180 days.',
  '- Logs hold no personal data. Task tokens hold none either and go after 400 days.',
  'Emails and texts that were sent are with SES, End User Messaging, carriers and in mailboxes. An event that still comes, or a replay of the',
  'archive, makes the customer known again, as new: tell your systems.',
];

/** Erases one customer from a stage and waits until nothing is left there. */
export const eraseFromStage = async (
  stage: string,
  customer: string,
  { ask = askStage, pause, say }: EraseDeps,
): Promise<OperatorAnswer> => {
  const beginning = await ask(stage, { command: 'erase', customer });
  if (!beginning.ok) return beginning;
  for (const line of beginning.lines) say(line);
  say('In two minutes, when nothing can be on its way any more, timeline and inbox go too. You need not wait.');
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await pause();
    const { items = [] } = await ask(stage, { command: 'erasing', customer });
    if (items.length > 0) continue;
    return { ok: true, lines: [`The stage ${stage} holds nothing of them any more.`, ...REMAINS] };
  }
  const lines = ['It is still under way: the effects queue may be held up. Look at its alarms; it goes on by itself.'];
  return { ok: false, lines };
};
