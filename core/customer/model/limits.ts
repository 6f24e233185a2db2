/** What one item may hold: entries of lists, and bytes of a text, of an id and of all of it. */
export const LIMITS = {
  evidence: 12,
  incidents: 32,
  consents: 32,
  seen: 64,
  seenTypes: 32,
  worked: 16,
  /** Open, and over. */
  tasks: 6,
  tasksOver: 4,
  /** Of who says something about work, and of what came of it. */
  who: 100,
  said: 100,
  gestures: 8,
  /** Of a type, the newest; and of older ones so many for which running enrolments wait. */
  occurrences: 8,
  awaited: 32,
  weeks: 14,
  /** So many soft bounces in a row close a channel. */
  softBounces: 5,
  aliases: 16,
  /** Of all of them as JSON. */
  aliasBytes: 1500,
  enrolments: 24,
  endedPerJourney: 16,
  promises: 8,
  themes: 12,
  /** Bytes of what they said of one. */
  quote: 160,
  /** Bytes of what tells by which event one is kept. */
  promiseBytes: 240,
  text: 500,
  /** An address is kept whole up to this, or not at all. */
  url: 2048,
  because: 300,
  /** Of what somebody wrote, on its way to whoever works on their ticket. */
  words: 2000,
  /** Bytes of a list of things, and of each text in it. */
  list: 1500,
  element: 120,
  id: 40,
  /** A text that a condition may compare is not cut below this while an enrolment runs. */
  exact: 64,
  /** The entering fields of all enrolments, each text counted up to `exact`. */
  entering: 5000,
  /** 16 KiB, less what stores write beside it. */
  item: 15_800,
} as const;
