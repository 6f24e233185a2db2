/** Somebody who rests at a step: nothing happens to them before `due`, unless something happens. */
export interface Resting {
  customer: string;
  journey: string;
  step: string;
  enrolment: string;
  /** Milliseconds: since when the step is in hand, and when there is something to do at the latest. */
  since: number;
  due: number;
  /** What a message is held for, such as `quiet-hours` or `muted-by:renewal`; without it the step itself waits, or listens. */
  held?: string;
}

/** How many rest at a step, all for the same. */
export interface RestingCount {
  step: string;
  held?: string;
  count: number;
}

export interface WhichPeople {
  journey: string;
  step: string;
  /** Only who is held for this; '' is who is not held. Everybody where it is missing: the unheld first, then by what they are held for. */
  held?: string | undefined;
  /** Milliseconds: only who is due in this time, `until` not included. Only together with `held`. */
  due?: { from: number; until: number } | undefined;
}

export interface PeoplePage {
  /** By what they are held for; who is due first comes first. */
  items: Resting[];
  /** Where the next page begins, if there is one. */
  next?: string;
}

/** Port: who rests where. It lags behind commits by up to half a minute: whoever shows somebody reads their item too. */
export interface People {
  /** How many rest at each step of a journey. */
  counts(journey: string): Promise<RestingCount[]>;
  at(which: WhichPeople, page: { count: number; after?: string | undefined }): Promise<PeoplePage>;
}
