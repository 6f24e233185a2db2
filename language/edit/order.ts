/** Words in the order in which they are written: a new one goes where a reader looks for it. */
const ORDER: readonly string[] = [
  'journey',
  'moment',
  'send',
  'task',
  'emit',
  'give',
  'listen',
  'wait',
  'choose',
  'split',
  'repeat',
  'exit',
  'when',
  'share',
  'id',
  'title',
  'about',
  'purpose',
  'enter',
  'goal',
  'holdout',
  'mutes',
  'renamed',
  'on',
  'where',
  'within',
  'with',
  'unless',
  'cap',
  'confirmed',
  'heard',
  'silent',
  'reached',
  'past',
  'given',
  'none',
  'unsent',
  'unconfirmed',
  'done',
  'undone',
  'otherwise',
  'arms',
  'steps',
];

/** After which of the keys that are there a new one goes; undefined for the last. */
export const keyBefore = (keys: readonly string[], added: string): number | undefined => {
  const rank = ORDER.indexOf(added);
  if (rank < 0) return undefined;
  const before = keys.findLastIndex((key) => ORDER.indexOf(key) <= rank && ORDER.includes(key));
  return before < 0 ? undefined : before;
};
