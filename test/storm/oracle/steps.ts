/** A reservation as an item showed it. */
export interface Reserved {
  at: number;
  until: number;
  moment: string;
  purpose: string;
  channel: string;
  sends: number;
  /** Its channel was busy: surely not sent. */
  isReleased: boolean;
}

/** All that became known about one visit to one step of one enrolment. */
export interface StepRecord {
  key: string;
  enrolment: string;
  step: string;
  /** Since when it is in hand, where it is one that is decided. */
  since?: number;
  finals: { outcome: string; reason: string; purpose: string }[];
  reserved: Map<string, Reserved>;
  sends: number;
  /** Why nobody may know whether a message went out. */
  alibis: string[];
  /** What runs were answered, for good. */
  answers: Set<string>;
  /** How often its channel did not take it, one time after another, until when it is left alone, and how long that took in all. */
  busyTimes: number;
  busyUntil: number;
  isDown: boolean;
  lost: number;
  /** What it was held for last, as journalled, and when each reason was journalled last. */
  heldFor?: string | undefined;
  heldNotes: Map<string, number>;
  /** What was unknown came back: by now it has failed. */
  bounced?: boolean;
}

export const keyOf = (enrolment: string, { at, visit }: { at: string; visit: number }): string =>
  `${enrolment}/${at}/${visit}`;

export const createSteps = () => {
  const steps = new Map<string, StepRecord>();
  return {
    all: steps,
    of: (key: string): StepRecord => {
      const existing = steps.get(key);
      if (existing) return existing;
      const [enrolment = '', step = ''] = key.split('/');
      const record: StepRecord = {
        key,
        enrolment,
        step,
        finals: [],
        reserved: new Map(),
        sends: 0,
        alibis: [],
        answers: new Set(),
        busyTimes: 0,
        busyUntil: 0,
        isDown: false,
        lost: 0,
        heldNotes: new Map(),
      };
      steps.set(key, record);
      return record;
    },
  };
};
