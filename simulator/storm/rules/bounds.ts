import { edit, type Mutation } from '../mutation.ts';

const LONG: Partial<Mutation> = { stories: [400, 400] };

/** How much an item keeps, however old its customer is. */
export const BOUNDS: Mutation[] = [
  edit(
    'seen is bounded',
    'functions/customer/on-event.ts',
    'state.seen = Object.fromEntries(byTime.slice(-LIMITS.seen));',
    'state.seen = Object.fromEntries(byTime);',
    LONG,
  ),
  edit('evidence is bounded', 'functions/customer/apply-signals.ts', '.slice(-LIMITS.evidence)', '', LONG),
  edit(
    'incidents are bounded',
    'functions/customer/apply-facts.ts',
    'newest.slice(LIMITS.incidents)',
    'newest.slice(9999)',
    LONG,
  ),
  edit('occurrences are bounded', 'functions/customer/occurrence.ts', '.slice(-LIMITS.occurrences)', '', LONG),
  edit('ended enrolments are bounded', 'functions/customer/enrolment.ts', '.slice(-LIMITS.endedPerJourney)', '', LONG),
];
