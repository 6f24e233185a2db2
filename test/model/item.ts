/** Ids under which a customer may come. */
export const IDS = ['a', 'b', 'c'] as const;
export type Id = (typeof IDS)[number];

/** One customer and one enrolment, as small as the rules allow. Times are seconds. */
export interface Standing {
  at: string;
  visit: number;
  answer?: string | undefined;
  due: number;
  timer: number;
  reserved?: { by: number; until: number } | undefined;
  lapses: number;
  /** Since when the step is in hand. */
  since: number;
  isHeld: boolean;
  isLeaving: boolean;
  /** The step in hand has given, and waits for the word that it arrived. */
  hasGiven: boolean;
  /** Occurrences that came, and whether one of them was taken. */
  came: number;
  took: number;
  /** Of the loop: turns begun, when the last one began, and how many occurrences were taken before the first. */
  turns: { count: number; since: number; took: number };
}

/** What a message promised: the team is told at `next` first, then it breaks. It outlives its enrolment. */
export interface Vow {
  due: number;
  next: number;
  timer: number;
}

/** Work for a person: how often it was given, and what became of it last. */
export interface Work {
  timesGiven: number;
  state?: 'open' | 'done' | 'expired' | undefined;
}

export interface Timer {
  timer: number;
  due: number;
  at: number;
  /** It is of what was promised, and not of the enrolment. */
  isVow: boolean;
}

/** What became of what was promised. */
export type Fate = 'made' | 'soon' | 'kept' | 'broken';

export interface Decision {
  visit: number;
  step: string;
  outcome: string;
}

export interface Item {
  version: number;
  at: number;
  catalogue: number;
  seen: string[];
  hasIncident: boolean;
  entries: number;
  one?: Standing | undefined;
  vow?: Vow | undefined;
  /** Of this commit. */
  fates: Fate[];
  work: Work;
  journal: Decision[];
  timers: Timer[];
  /** Of an alias: the id under which its person goes on. */
  movedTo?: Id | undefined;
  /** Who left because their step is gone. */
  retiredFrom?: string | undefined;
  /** The visit that was answered and gone on from in this commit. */
  passed?: number | undefined;
}

export const NOBODY: Item = {
  version: 0,
  at: 0,
  catalogue: 0,
  seen: [],
  hasIncident: false,
  entries: 0,
  fates: [],
  work: { timesGiven: 0 },
  journal: [],
  timers: [],
};

/** The steps in order, of yesterday and of today: `give` has become `gift`, and nothing says so. */
export const STEPS = [
  ['start', 'ask', 'note', 'pause', 'loop', 'hear', 'credit', 'call', 'give'],
  ['start', 'ask', 'note', 'pause', 'loop', 'hear', 'credit', 'call', 'gift'],
] as const;
/** An exit has last words of its own. */
export const WORDS = ['exit', 'bye'] as const;

/** It gives at once, and waits for a word. */
export const isCredit = (step: string): boolean => step === 'credit';
/** It gives a person work: `note` goes on at once, `call` waits until it is done. */
export const isWork = (step: string): boolean => step === 'note' || step === 'call';
export const isSend = (step: string): boolean => ['ask', 'give', 'gift', 'bye'].includes(step);
/** What may be sent twice rather than not at all. */
export const mayRepeat = (step: string): boolean => step === 'give' || step === 'gift';

/** Whether a catalogue has a step. */
export const hasStep = (catalogue: number, step: string): boolean =>
  (STEPS[catalogue] as readonly string[]).includes(step) || (WORDS as readonly string[]).includes(step);

/** Where one only waits. */
export const isRest = (step: string | undefined): boolean => step === 'pause' || step === 'hear';

/** What comes after a step by its answer; nothing where the journey ends. `hear` is all that a turn of the loop does. */
export const stepAfter = (catalogue: number, step: string, answer = 'go'): string | undefined => {
  if (step === 'hear') return 'loop';
  if (step === 'loop' && answer !== 'again') return 'credit';
  const path: readonly string[] = (WORDS as readonly string[]).includes(step) ? WORDS : (STEPS[catalogue] ?? []);
  const place = path.indexOf(step);
  return place < 0 ? undefined : path[place + 1];
};
