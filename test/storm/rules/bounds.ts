import { edit, type Mutation } from '../mutation.ts';

const LONG: Partial<Mutation> = { stories: [400, 400] };

/** How much an item keeps, however old its customer is. */
export const BOUNDS: Mutation[] = [
  edit(
    'seen is bounded',
    'core/customer/commands/on-event.ts',
    'state.seen = Object.fromEntries(byTime.slice(-LIMITS.seen));',
    'state.seen = Object.fromEntries(byTime);',
    LONG,
  ),
  edit('evidence is bounded', 'core/customer/commands/apply-signals.ts', '.slice(-LIMITS.evidence)', '', LONG),
  edit(
    'incidents are bounded',
    'core/customer/commands/apply-facts.ts',
    'newest.slice(LIMITS.incidents)',
    'newest.slice(9999)',
    LONG,
  ),
  edit('occurrences are bounded', 'core/customer/occurrence.ts', '.slice(-LIMITS.occurrences)', '', LONG),
  edit('ended enrolments are bounded', 'core/customer/enrolment.ts', '.slice(-LIMITS.endedPerJourney)', '', LONG),
];
