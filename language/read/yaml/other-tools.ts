import { nearest } from './lookup.ts';

/** Words that other tools and languages have for ours, or that stand further inside, the likelier first. */
const OURS: ReadonlyMap<string, readonly string[]> = new Map([
  ['if', ['when', 'where', 'choose']],
  ['condition', ['when', 'where', 'choose']],
  ['filter', ['when', 'where']],
  ['when', ['where', 'choose']],
  ['where', ['when', 'choose']],
  ['switch', ['choose']],
  ['branch', ['choose']],
  ['then', ['steps']],
  ['else', ['otherwise']],
  ['default', ['otherwise']],
  ['delay', ['wait']],
  ['sleep', ['wait']],
  ['pause', ['wait']],
  ['wait-until', ['wait']],
  ['waituntil', ['wait']],
  ['waitfor', ['listen']],
  ['await', ['listen']],
  ['message', ['send', 'moment']],
  ['email', ['send']],
  ['sms', ['send']],
  ['notify', ['send']],
  ['call', ['task']],
  ['experiment', ['split']],
  ['loop', ['repeat']],
  ['end', ['exit']],
  ['stop', ['exit']],
  ['timeout', ['within']],
  ['trigger', ['enter', 'on']],
  ['date', ['until']],
  ['event', ['on', 'emit']],
  ['name', ['title']],
  ['description', ['about']],
]);

/** The step that a word beside another step stands for in other tools, if it is one of these. */
export const stepMeant = (key: string): 'choose' | 'wait' | undefined =>
  (['choose', 'wait'] as const).find((step) => OURS.get(key.toLowerCase())?.includes(step));

/** The key that was probably meant by one that is not known here, if that can be told. */
export const keyMeant = (key: string, keys: Iterable<string>): string | undefined => {
  const names = [...keys];
  return OURS.get(key.toLowerCase())?.find((word) => names.includes(word)) ?? nearest(key, names);
};
