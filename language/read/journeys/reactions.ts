import { isWork, WORK_CHANNEL } from '../../catalogue/channel.ts';
import type { Purpose } from '../../catalogue/kind.ts';
import type { Moment } from '../../catalogue/moment.ts';
import type { Policy, Reaction } from '../../catalogue/policy.ts';
import type { MomentFile, ReadMoments } from '../copy/moments.ts';
import { didYouMean, listNames, nearest } from '../yaml/lookup.ts';
import type { Path, Source } from '../yaml/source.ts';

export const REACTIONS = ['whenIncident', 'whenNegative'] as const;

/** A moment that a step may come to send: its own, or one that takes its place. */
export interface Reached {
  file: MomentFile;
  kind: 'send' | 'task';
}

export interface Reacting {
  moments: ReadonlyMap<string, MomentFile>;
  policy?: Policy;
  policySource?: Source;
  /** Circles that were reported. */
  circles: Set<string>;
}

const reactionOf = (moment: Moment, when: (typeof REACTIONS)[number], purpose: Purpose | undefined, policy?: Policy) =>
  moment[when] ?? (purpose ? policy?.purposes[purpose][when] : undefined);

/** Follows `instead` and `person` from a moment; a circle of `instead` is reported once. */
export const reachedFrom = (
  id: string,
  kind: 'send' | 'task',
  journeyPurpose: Purpose | undefined,
  context: Reacting,
): Reached[] => {
  const reached = new Map<string, Reached>();
  const visit = (id: string, kind: 'send' | 'task', trail: readonly string[]): void => {
    const file = context.moments.get(id);
    if (!file) return;
    reached.set(`${kind} ${id}`, { file, kind });
    if (kind === 'task') return;
    const purpose = file.moment.purpose ?? journeyPurpose;
    for (const when of REACTIONS) {
      const reaction = reactionOf(file.moment, when, purpose, context.policy);
      if (typeof reaction !== 'object') continue;
      if ('person' in reaction) visit(reaction.person, 'task', []);
      else if ([...trail, id].includes(reaction.instead))
        reportCircle([...trail, id], reaction.instead, when, purpose, context);
      else visit(reaction.instead, 'send', [...trail, id]);
    }
  };
  visit(id, kind, []);
  return [...reached.values()];
};

type When = (typeof REACTIONS)[number];

const reportCircle = (
  trail: readonly string[],
  back: string,
  when: When,
  purpose: Purpose | undefined,
  context: Reacting,
) => {
  const circle = trail.slice(trail.indexOf(back));
  const key = circle.toSorted().join(' ');
  if (context.circles.has(key)) return;
  context.circles.add(key);
  const last = context.moments.get(trail.at(-1) ?? '');
  const message = `\`instead\` goes in a circle: ${[...circle, back].join(' → ')}; one of them has to hold, skip or go to a person`;
  if (last?.moment[when] !== undefined) last.front.report([when], message);
  else context.policySource?.report(['purposes', purpose ?? '', when], message);
};

/** The moments that a reaction names are there and can do what it wants of them. */
export const checkReaction = (
  reaction: Reaction | undefined,
  source: Source,
  path: Path,
  { moments, names }: ReadMoments,
): void => {
  if (typeof reaction !== 'object') return;
  const [key, id] =
    'instead' in reaction ? (['instead', reaction.instead] as const) : (['person', reaction.person] as const);
  checkMoment(id, key === 'person' ? 'task' : 'send', source, [...path, key], { moments, names });
};

/** A moment is there; a person takes those with the channel of work, customers any other. */
export const checkMoment = (
  id: string,
  kind: 'send' | 'task',
  source: Source,
  path: Path,
  { moments, names }: ReadMoments,
): void => {
  if (!names.has(id))
    source.report(
      path,
      `unknown moment \`${id}\`${didYouMean(id, names)}${nearest(id, names) ? '' : `; a new one goes into moments/${id}.md`}`,
    );
  const channels = moments.get(id)?.moment.channels;
  if (!channels) return;
  if (kind === 'task' && !channels.includes(WORK_CHANNEL))
    source.report(
      path,
      `\`${id}\` goes by ${listNames(channels)}: work for a person needs the channel \`${WORK_CHANNEL}\``,
    );
  if (kind === 'send' && isWork(channels))
    source.report(
      path,
      `\`${id}\` is work for a person (channel \`${WORK_CHANNEL}\`): use \`task\`, or give it another channel`,
    );
};
