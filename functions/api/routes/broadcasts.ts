import { crowdId } from '../../../core/customer/model/crowd-id.ts';
import type { Broadcast } from '../../shared/stores/broadcasts.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asking, Handlers } from '../handlers.ts';
import { notFound, Refused } from '../problem.ts';
import { broadcastOf, raisableIn } from '../story/broadcast.ts';

/** All that are kept, mostly. */
export const MOST_BROADCASTS = 1000;
const SHOWN = 200;

type Names = 'listBroadcasts' | 'stopBroadcast' | 'resumeBroadcast';

export const broadcastHandlers = ({ broadcasting, running }: ApiDeps): Pick<Handlers, Names> => {
  const find = async (short: string): Promise<Broadcast> => {
    const broadcast = (await broadcasting.list(MOST_BROADCASTS)).find(({ id }) => crowdId(id) === short);
    if (broadcast) return broadcast;
    throw notFound('event about everyone', short, 'It is kept for 90 days: look at the list again.');
  };

  const act = async (
    command: 'stop-broadcast' | 'resume-broadcast',
    short: string,
    asking: Asking,
  ): Promise<{ says: string }> => {
    const { id, stopped } = await find(short);
    const { ok, lines } = await broadcasting.ask({ command, broadcast: id });
    if (!ok) throw new Refused(409, lines.join(' '));
    asking.did({ before: { isStopped: stopped !== undefined }, after: { isStopped: command === 'stop-broadcast' } });
    return { says: lines.join(' ') };
  };

  return {
    listBroadcasts: async () => {
      const { catalogue } = (await running()).project;
      const items = (await broadcasting.list(SHOWN)).map((one) => broadcastOf(one, catalogue));
      return { items, raisable: raisableIn(catalogue) };
    },
    stopBroadcast: ({ params }, asking) => act('stop-broadcast', params.broadcast, asking),
    resumeBroadcast: ({ params }, asking) => act('resume-broadcast', params.broadcast, asking),
  };
};
