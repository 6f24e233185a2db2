import { type Answer, askStage } from './stage.ts';

/** Where things end that could not be taken. */
const PLACES = {
  rejects: 'refused events',
  intake: 'dead letters of intake',
  effects: 'dead letters of effects',
  stream: 'batches that the stream gave up on',
} as const;
export type Place = keyof typeof PLACES;
const EVERY = Object.keys(PLACES) as Place[];

export interface RedriveFlags {
  stage: string;
  reason?: string;
  dryRun?: boolean;
  discard?: boolean;
  yes?: boolean;
}

export interface RedriveDeps {
  ask?: typeof askStage;
  /** In milliseconds. */
  now: () => number;
  say: (line: string) => void;
}

/** What one look found, or what was done; counts by reason. */
interface Taken {
  found: Record<string, number>;
  examples: Record<string, string>;
  moved: number;
  kept: number;
  left: number;
  done: boolean;
  /** The stage's own time, in milliseconds. */
  now: number;
}

/** In milliseconds: soon after it, what a queue hid when it was passed over is seen again. */
const HIDDEN = 50_000;

const asker =
  ({ stage }: RedriveFlags, { ask = askStage }: RedriveDeps) =>
  async (command: object): Promise<Taken> =>
    (await ask(stage, command)).items?.[0] as Taken;

const byCount = (found: Taken['found']): [string, number][] => Object.entries(found).sort(([, a], [, b]) => b - a);

/** SQS counts only about. */
const isEmpty = ({ left, found }: Taken): boolean => left === 0 && Object.keys(found).length === 0;

const shown = (place: Place, taken: Taken): string[] => {
  const { found, examples, left, done } = taken;
  if (isEmpty(taken)) return [`${place}: no ${PLACES[place]}`];
  const lines = byCount(found).map(([reason, count]) =>
    `  ${String(count).padStart(5)}  ${reason}  ${examples[reason] ?? ''}`.trimEnd(),
  );
  return [`${place}: ${left} ${PLACES[place]}${done ? '' : ', of which these were looked at'}`, ...lines];
};

/** Moves all that was there when it began, pass by pass; what is refused again meanwhile is left alone. */
const moveAll = async (place: Place, flags: RedriveFlags, deps: RedriveDeps): Promise<Taken> => {
  const ask = asker(flags, deps);
  const { reason, discard } = flags;
  const began = deps.now();
  const first = await ask({ command: 'look', place });
  const sum: Taken = { ...first, found: {}, done: isEmpty(first) };
  const isSeenAgain = () => place !== 'stream' && sum.kept > 0 && deps.now() - began > HIDDEN;
  while (!sum.done && !isSeenAgain()) {
    const more = place === 'stream' ? { from: sum.kept } : { reason, discard };
    const pass = await ask({ command: 'redrive', place, before: first.now, ...more });
    for (const [name, count] of Object.entries(pass.found)) sum.found[name] = (sum.found[name] ?? 0) + count;
    sum.moved += pass.moved;
    sum.kept += pass.kept;
    Object.assign(sum, { left: pass.left, done: pass.done });
    if (!sum.done) deps.say(`${place}: ${sum.moved} so far, ${sum.left} left`);
  }
  return sum;
};

const told = (place: Place, { moved, kept, found, left }: Taken, { discard }: RedriveFlags): string => {
  const reasons =
    moved === 0
      ? ''
      : ` (${byCount(found)
          .map(([reason, count]) => `${count} ${reason}`)
          .join(', ')})`;
  const passed = kept === 0 ? '' : `, ${kept} passed over, to be seen again within a minute`;
  return `${place}: ${moved} ${discard ? 'thrown away' : 'put back'}${reasons}, ${left} left${passed}`;
};

const refused = (line: string): Answer => ({ ok: false, lines: [line] });

/** Says what lies where and why; puts back what is named, once its cause is mended. */
export const redrive = async (what: string | undefined, flags: RedriveFlags, deps: RedriveDeps): Promise<Answer> => {
  const named = EVERY.filter((place) => what === place || what === 'all' || what === undefined);
  if (named.length === 0) return refused(`There is no ${JSON.stringify(what)}. Name ${EVERY.join(', ')} or all.`);
  if ((flags.discard || flags.reason !== undefined) && what !== 'rejects') {
    return refused(
      'Only refused events have a reason to choose by, and only they can be thrown away: tactful redrive rejects.',
    );
  }
  if (flags.discard && !flags.yes && !flags.dryRun) {
    return refused('What is thrown away is gone for good. --yes says that you mean it; --dry-run shows what it is.');
  }
  const lines: string[] = [];
  if (what === undefined || flags.dryRun) {
    const ask = asker(flags, deps);
    for (const place of named) lines.push(...shown(place, await ask({ command: 'look', place })));
    lines.push(`Nothing was moved. Mend the cause, then name what goes back: ${EVERY.join(', ')} or all.`);
  } else for (const place of named) lines.push(told(place, await moveAll(place, flags, deps), flags));
  return { ok: true, lines };
};
