import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { END, type Happening, START } from '../happening.ts';

const proposal = (at: number, customerId: string, proposalId: string, title: string): Happening => ({
  at,
  type: 'proposal.made',
  customerId,
  detail: { proposalId, title },
});

/** What a few people proposed: one was taken up, one was forgotten, and one is still to be answered when the quarter ends. */
export const PROPOSED: readonly Happening[] = [
  proposal(START + 20.4 * DAY, 'c-0077', 'p-1', 'A view for my bookkeeper'),
  {
    at: START + 28.6 * DAY,
    type: 'proposal.accepted',
    customerId: 'c-0077',
    detail: { proposalId: 'p-1', words: 'It is there from September on.' },
  },
  proposal(START + 33.5 * DAY, 'c-0048', 'p-2', 'Reminders that sound less cross'),
  // Ten working days are two weeks: the last day of these is the day after the quarter.
  proposal(END - 13.5 * DAY, 'c-0020', 'p-3', 'Several currencies in one report'),
];
