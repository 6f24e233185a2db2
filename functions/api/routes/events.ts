import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';
import { Refused } from '../problem.ts';
import { withCursor } from '../with-cursor.ts';
import { COUNT } from './journeys.ts';

type Names = 'sendEvents' | 'listRejects' | 'redriveRejects';

const events = (count: number): string => (count === 1 ? '1 event' : `${count} events`);

const saysOf = ({
  putBack,
  discarded,
  refusedAgain,
  isMore,
}: {
  putBack: number;
  discarded: number;
  refusedAgain?: number | undefined;
  isMore: boolean;
}): string => {
  const done = discarded > 0 ? `${events(discarded)} discarded` : `${events(putBack)} put back`;
  const again = refusedAgain ? `, of which ${refusedAgain} refused again` : '';
  return `${done}${again}.${isMore ? ' There are more: ask again.' : ''}`;
};

export const eventHandlers = ({
  intake,
  stage,
  asRefused = () => undefined,
  report,
}: ApiDeps): Pick<Handlers, Names> => ({
  sendEvents: async (_, { caller, text, did }) => {
    if (stage.isKept && !caller.roles.includes('admin')) {
      throw new Refused(403, 'The customers of this stage are real: to send it events needs the role admin.', {
        roles: ['admin'],
      });
    }
    const { entries, failure } = await intake.receive(text);
    did({ given: { events: entries.length } });
    if (failure === undefined) return { entries };
    const refusal = asRefused(failure);
    if (!refusal) report(failure);
    throw refusal
      ? new Refused(refusal.status, refusal.message, { entries })
      : new Refused(500, 'Something went wrong here. Send those again that failed.', { entries });
  },

  listRejects: ({ query: { place, reason, after, count = COUNT } }) =>
    withCursor(after, () => intake.rejects({ place, reason, after, count })),

  redriveRejects: async ({ body: { place, reason, discard } }, { did }) => {
    const { refusedAgain, ...redriven } = await intake.redrive({ place, reason, discard });
    did({ given: { reason: reason ?? 'all', discard }, after: { ...redriven } });
    const again = refusedAgain === undefined ? {} : { refusedAgain };
    return { place, ...redriven, ...again, says: saysOf({ ...redriven, ...again }) };
  },
});
