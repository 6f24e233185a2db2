import { hashAssignment } from '../../core/customer/assignment.ts';

/** The share of customers that a journey with a holdout leaves alone, in percent. */
const HOLDOUT = 5;

/** Nobody knows beforehand which name falls into which group, so the first that does is taken. */
const named = (name: string, fits: (id: string) => boolean): string => {
  for (let tried = 0; ; tried++) {
    const id = tried === 0 ? name : `${name}-${tried}`;
    if (fits(id)) return id;
  }
};

/** An id whose customer is in no holdout. */
export const treated = (name: string): string =>
  named(name, (id) => ['onboarding', 'renewal'].every((journey) => !hashAssignment.holdout(id, journey, HOLDOUT)));

/** An id whose customer is in the holdout of a journey. */
export const control = (name: string, journey: string): string =>
  named(name, (id) => hashAssignment.holdout(id, journey, HOLDOUT));

export const addressOf = (id: string): string => `${id}@example.com`;
