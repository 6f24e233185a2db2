import type { OperatorAnswer, OperatorCommand } from '../../functions/operate/command.ts';
import type { PlaceName } from '../../functions/operate/redrive/places.ts';
import type { RedriveResult } from '../../functions/operate/redrive/take-from.ts';
import { type AskStage, askStage } from './ask-stage.ts';

/** What ends in each place that takes what could not be taken. */
const CONTENTS: Record<PlaceName, string> = {
  rejects: 'refused events',
  intake: 'dead letters of intake',
  inbound: 'dead letters of mails that came in',
  stream: 'batches that the stream gave up on',
};
const PLACES = Object.keys(CONTENTS) as PlaceName[];

export interface RedriveFlags {
  reason?: string;
  dryRun?: boolean;
  discard?: boolean;
  yes?: boolean;
}

interface RedriveDeps {
  ask?: AskStage;
  /** In milliseconds. */
  now: () => number;
  say: (line: string) => void;
}

/** What one look found or one pass did, at the stage's own time, in milliseconds. */
interface StageTaken extends RedriveResult {
  now: number;
}

type Ask = (command: OperatorCommand) => Promise<StageTaken>;

/** In milliseconds: soon after it, what a queue hid when it was passed over is seen again. */
const HIDDEN = 50_000;

const byCount = (counts: RedriveResult['found']): [string, number][] =>
  Object.entries(counts).sort(([, a], [, b]) => b - a);

/** SQS counts only about. */
const isEmpty = ({ left, found }: RedriveResult): boolean => left === 0 && Object.keys(found).length === 0;

const describeLook = (place: PlaceName, result: RedriveResult): string[] => {
  const { found, examples, left, done } = result;
  if (isEmpty(result)) return [`${place}: no ${CONTENTS[place]}`];
  const lines = byCount(found).map(([reason, count]) =>
    `  ${String(count).padStart(5)}  ${reason}  ${examples[reason] ?? ''}`.trimEnd(),
  );
  return [`${place}: ${left} ${CONTENTS[place]}${done ? '' : ', of which these were looked at'}`, ...lines];
};

/** Moves all that was there when it began, pass by pass; what is refused again meanwhile is left alone. */
const moveAll = async (
  ask: Ask,
  place: PlaceName,
  { reason, discard }: RedriveFlags,
  { now, say }: RedriveDeps,
): Promise<RedriveResult> => {
  const began = now();
  const first = await ask({ command: 'look', place });
  const sum: StageTaken = { ...first, found: {}, done: isEmpty(first) };
  const isSeenAgain = () => place !== 'stream' && sum.kept > 0 && now() - began > HIDDEN;
  while (!sum.done && !isSeenAgain()) {
    const more = place === 'stream' ? {} : { reason, discard };
    const pass = await ask({ command: 'redrive', place, before: first.now, from: sum.kept, ...more });
    for (const [name, count] of Object.entries(pass.found)) sum.found[name] = (sum.found[name] ?? 0) + count;
    sum.moved += pass.moved;
    sum.kept += pass.kept;
    Object.assign(sum, { left: pass.left, done: pass.done });
    if (!sum.done) say(`${place}: ${sum.moved} so far, ${sum.left} left`);
  }
  return sum;
};

const describeMove = (
  place: PlaceName,
  { moved, kept, found, left }: RedriveResult,
  { discard }: RedriveFlags,
): string => {
  const reasons =
    moved === 0
      ? ''
      : ` (${byCount(found)
          .map(([reason, count]) => `${count} ${reason}`)
          .join(', ')})`;
  const passed = kept === 0 ? '' : `, ${kept} passed over, to be seen again within a minute`;
  return `${place}: ${moved} ${discard ? 'thrown away' : 'put back'}${reasons}, ${left} left${passed}`;
};

const refuse = (line: string): OperatorAnswer => ({ ok: false, lines: [line] });

/** Says what lies where and why; puts back what is named, once its cause is mended. */
export const redriveStage = async (
  stage: string,
  what: string | undefined,
  flags: RedriveFlags,
  deps: RedriveDeps,
): Promise<OperatorAnswer> => {
  const named = PLACES.filter((place) => what === place || what === 'all' || what === undefined);
  if (named.length === 0) return refuse(`There is no ${JSON.stringify(what)}. Name ${PLACES.join(', ')} or all.`);
  if ((flags.discard || flags.reason !== undefined) && what !== 'rejects') {
    return refuse(
      'Only refused events have a reason to choose by, and only they can be thrown away: tactful redrive rejects.',
    );
  }
  if (flags.discard && !flags.yes && !flags.dryRun) {
    return refuse('What is thrown away is gone for good. --yes says that you mean it; --dry-run shows what it is.');
  }
  const { ask: askOperate = askStage } = deps;
  const ask: Ask = async (command) => (await askOperate(stage, command)).items?.[0] as StageTaken;
  const lines: string[] = [];
  if (what === undefined || flags.dryRun) {
    for (const place of named) lines.push(...describeLook(place, await ask({ command: 'look', place })));
    lines.push(`Nothing was moved. Mend the cause, then name what goes back: ${PLACES.join(', ')} or all.`);
  } else for (const place of named) lines.push(describeMove(place, await moveAll(ask, place, flags, deps), flags));
  return { ok: true, lines };
};
