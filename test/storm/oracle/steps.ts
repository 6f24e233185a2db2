/** A reservation as an item showed it. */
export interface Reserved {
  at: number;
  lease: number;
  moment: string;
  purpose: string;
  channel: string;
  sends: number;
}

/** All that became known about one step of one enrolment. */
export interface StepRecord {
  key: string;
  /** When it was first held, replaced or reserved. */
  since?: number;
  /** The moment it decides about by now. */
  moment?: string;
  finals: { outcome: string; reason: string; purpose: string }[];
  reserved: Map<string, Reserved>;
  sends: number;
  /** Why nobody may know whether a message went out. */
  alibis: string[];
  /** What its machine was told. */
  told: Set<string>;
  busyUntil: number;
  /** What it was held for last, as journalled, and since when. */
  held?: { reason: string; at: number } | undefined;
  /** What was unknown came back: by now it has failed. */
  bounced?: boolean;
}

export const createSteps = () => {
  const steps = new Map<string, StepRecord>();
  return {
    all: steps,
    of: (key: string): StepRecord => {
      const known = steps.get(key);
      if (known) return known;
      const made: StepRecord = {
        key,
        finals: [],
        reserved: new Map(),
        sends: 0,
        alibis: [],
        told: new Set(),
        busyUntil: 0,
      };
      steps.set(key, made);
      return made;
    },
  };
};
