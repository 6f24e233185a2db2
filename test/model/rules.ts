/** The rules of runs and timers, by name: the model keeps those that it is given, and breaks where one is missing. */
export const RULES = {
  cas: 'a commit is conditional on the version that was read',
  outbox: 'what a commit causes is carried on from the commit itself, at least once',
  seen: 'an event is applied once',
  visit: 'a task of another visit, or of another step of this one, writes nothing',
  kept: 'the answer of the step in hand is kept, and whoever asks again is told it',
  armed: 'each setting of `due` sends a timer',
  numbered: 'timers are numbered, and only the last one counts',
  margin: 'a timer comes later than `due` by more than clocks differ',
  guard: 'a timer that starts a run sends itself again',
  guardLast: 'it does so after the run has started, and not if that failed',
  attempt: 'a reservation is of one attempt: the record of another changes nothing',
  lease: 'what another attempt reserved is left alone until its lease is over',
  leaseLong: 'a lease is longer than a function may take',
  maybe: 'what may have gone out is never called unsent',
  leave: 'an exit waits for what is reserved',
  heard: 'an event that a listening step takes answers it in the commit of that event',
  occurrences: 'an event that came before its step listens is kept for it',
  given: 'what waits for the word that it arrived was given once, and is not given again',
  shared: 'work that a person has already is not given twice: whoever would give it again waits for it',
  closed: 'who closes work answers whoever waits for it, in that commit',
  wake: 'every change asks again for what is held',
  newest: 'a function of an older catalogue does not touch what a newer one wrote',
  lost: 'a run that does not know its step asks a task all the same',
  both: 'a merge writes both items, or neither',
  follow: 'who finds an alias goes on at the item that it leads to, and a merge is of those whom its ids lead to',
  rearm: 'who is taken over has a timer of their own under the new id',
  seenBoth: 'who takes over knows what was seen under both ids',
  sweep: 'who is overdue for hours is found, whatever was lost',
} as const;

export type Rule = keyof typeof RULES;
export const ALL = Object.keys(RULES) as Rule[];
