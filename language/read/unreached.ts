import { isWork } from '../catalogue/channel.ts';
import { insteadOf, UNREACHED_EVENT, UNREACHED_JOURNEY } from '../catalogue/unreached.ts';
import type { MomentFile, ReadMoments } from './copy/moments.ts';
import { didYouMean } from './yaml/lookup.ts';
import type { File } from './yaml/source.ts';

/** Letter to the work that it stands for. Reports what cannot stand for any. */
const standIns = ({ moments, names }: ReadMoments): Map<string, string[]> => {
  const by = new Map<string, string[]>();
  for (const { moment, front } of moments.values()) {
    if (moment.instead !== undefined && !isWork(moment.channels))
      front.report(['instead'], 'this is for work for a person: a moment on the channel `agent`');
    const instead = insteadOf(moment);
    if (instead === undefined || !isWork(moment.channels)) continue;
    const problem = problemOf(instead, moments.get(instead), names);
    if (problem) front.report(['instead'], problem);
    else if (moments.has(instead)) by.set(instead, [...(by.get(instead) ?? []), moment.id].toSorted());
  }
  return by;
};

const problemOf = (instead: string, file: MomentFile | undefined, names: ReadonlySet<string>): string | undefined => {
  if (!names.has(instead))
    return `there is no moment \`${instead}\`${didYouMean(instead, names)}: name a message to the customer, or \`later\` where the work is done late`;
  return file && isWork(file.moment.channels)
    ? `\`${instead}\` is work for a person, too: name a message to the customer, or \`later\` where the work is done late`
    : undefined;
};

const among = (moments: readonly string[]): string => `event.moment in ${JSON.stringify(moments)}`;

/** The journey that `instead` in moments stands for, as somebody would write it. */
const journeyOf = (by: ReadonlyMap<string, string[]>): string => `journey: ${UNREACHED_JOURNEY}
title: Whom a team cannot reach in time
about: Who was to hear from a person, and gets something else so as not to be left without a word. Moments say what under instead.
purpose: care
enter:
  on: ${UNREACHED_EVENT}
  when: '${among([...by.values()].flat())}'
  per: event.task
  again: always
steps:
  - choose:
${[...by].map(([letter, moments]) => `      - when: '${among(moments)}'\n        steps: [ { send: ${letter} } ]`).join('\n')}
`;

/** The file of that journey; none where nothing stands for any work. */
export const unreachedFile = (moments: ReadMoments): File[] => {
  const by = standIns(moments);
  return by.size === 0 ? [] : [{ path: `journeys/${UNREACHED_JOURNEY}.yaml`, text: journeyOf(by) }];
};
