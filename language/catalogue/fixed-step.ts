/** The steps that no journey writes: where an enrolment and an exit's last words begin, and where both end. */
export const START = 'Start';
export const FINISH = 'Finish';
/** The machine of journeys that are gone; no journey can be called so. */
export const RETIRED = 'Retired';
/** The first step of an exit's last words: by its event, so that exits may change places; `before` exits of that event stand before it. */
export const exitStep = (on: string, before: number): string => `Exit-${on}${before === 0 ? '' : `-${before + 1}`}`;
