import { parseJson } from '../shared/parse-json.ts';
import type { AskDesk } from './kind.ts';
import { DeskRefused, type SendToDesk } from './post.ts';

interface AskDeps {
  send: SendToDesk;
  count?: (name: 'DeskRefused') => void;
}

/** Asks a desk, as `id` if that is given. Throws DeskRefused, which is counted unless it was to be expected. */
export const createAsk =
  ({ send, count = () => {} }: AskDeps, id = '', isExpected: (status: number) => boolean = () => false): AskDesk =>
  async (request) => {
    try {
      const { status, body, why } = await send(request, id);
      if (status < 200 || status > 299) throw new DeskRefused(status, why);
      return parseJson(body);
    } catch (error) {
      if (!(error instanceof DeskRefused && isExpected(error.status))) count('DeskRefused');
      throw error;
    }
  };
