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

/** What an erasure cannot reach, what that holds, and until when. The table in docs/deploy.md says the same. */
const REMAINS: [what: string, holds: string, until: string][] = [
  ['archive of events', 'events as they came', '30 days (archiveDays)'],
  ['rejects, dead letters of intake', 'events as they came', '14 days'],
  ['queues of effects', "the customer's id, when something is due", 'until it is done; 14 days at most'],
  [
    'queue and dead letters of a desk',
    'work for people, and what was written where a ticket is open',
    'until it is taken; 14 days at most',
  ],
  [
    'mails that came in',
    'a mail, whole, and in its queue the head',
    "until it is taken, in seconds; what is nobody's, refused or failed 14 days",
  ],
  ['batches that the stream gave up on', 'commits, whole', '90 days'],
  ["the table's stream", 'commits, whole', 'a day'],
  ['point-in-time backups of the tables', 'everything', '35 days'],
  [
    'what is tried in the console, in the bucket of the workflows: plays, and backtests over the sample',
    "what was played with, as a customer's facts; the ids of whom a backtest is about, and what would have become of them",
    'two days, and the time until S3 gets to it, mostly another',
  ],
  ['events about everyone, and answers to many, in Records', 'the id of the last who was asked', '90 days'],
  [
    'marks of addresses, in Records',
    'a keyed hash of an address that bounced, complained or left something, and when; not whose it was',
    'a bounce 180 days; a wish until they say yes again: so nobody who was erased and imported again is written to against it',
  ],
  [
    'what the address of a message or the short link of a text stands for, in Records',
    'customer and decision, sealed',
    'an address 180 days after that email, a link 30 after that text. An answer makes nobody known again who was erased',
  ],
  [
    'whom a number was last written to, in Records',
    "a keyed hash of the number, the customer's id",
    '180 days after that text. An answer makes nobody known again who was erased',
  ],
  [
    'what gestures took of budgets, and tickets of tasks, in Records',
    'a hash of each gesture and task, the number of the ticket',
    "400 days; a ticket's 90 days",
  ],
  ['the audit log', 'who read or erased somebody, and a keyed hash of their id', '730 days (auditDays)'],
  ['logs and figures', 'no personal data', '90 days (logDays)'],
];

const ELSEWHERE = [
  'Emails and texts that were sent are with SES, End User Messaging, carriers and in mailboxes; tickets and contacts are at the desk. An event',
  'that still comes, or a replay of the archive, makes the customer known again, as new: tell your systems.',
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
    const remains = REMAINS.map(([what, holds, until]) => `- ${what}: ${holds}; ${until}`);
    const done = `The stage ${stage} holds nothing of them any more.`;
    return { ok: true, lines: [done, 'What is left goes by itself:', ...remains, ...ELSEWHERE] };
  }
  const lines = ['It is still under way: the effects queue may be held up. Look at its alarms; it goes on by itself.'];
  return { ok: false, lines };
};
