import { parseJson } from '../shared/parse-json.ts';
import type { Answer, AskDesk } from './kind.ts';
import { DeskRefused, type SendToDesk } from './post.ts';

interface AskDeps {
  send: SendToDesk;
  count?: (name: 'DeskRefused') => void;
}

/** Asks a desk, as `id` if that is given. Throws DeskRefused, which is counted unless it was to be expected. */
export const createAsk =
  ({ send, count = () => {} }: AskDeps, id = '', isExpected: (answer: Answer) => boolean = () => false): AskDesk =>
  async (request) => {
    try {
      const answer = await send(request, id);
      if (answer.status < 200 || answer.status > 299) throw new DeskRefused(answer);
      return parseJson(answer.body);
    } catch (error) {
      if (!(error instanceof DeskRefused && isExpected(error.answer))) count('DeskRefused');
      throw error;
    }
  };
