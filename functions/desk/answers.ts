import { parseJson } from '../shared/parse-json.ts';
import type { DeskAnswer, Headers, WebhookKind } from './kind.ts';

/** A request of a desk to us. */
export interface DeskCall {
  headers: Headers;
  body: string;
}

interface AnswersDeps {
  kind: Pick<WebhookKind, 'isSigned' | 'answerIn'>;
  key: () => Promise<string>;
  /** Puts what a colleague said on the bus. */
  publish: (answer: DeskAnswer) => Promise<void>;
  now: () => number;
  count?: (name: 'DeskAnswers' | 'DeskUnsigned') => void;
}

/** Takes what a desk sends us, and answers the status of HTTP for it. What is not signed by the desk is not read. */
export const createAnswers =
  ({ kind, key, publish, now, count = () => {} }: AnswersDeps) =>
  async ({ headers, body }: DeskCall): Promise<number> => {
    if (!kind.isSigned(headers, body, await key(), now())) {
      count('DeskUnsigned');
      return 401;
    }
    const answer = kind.answerIn(parseJson(body), headers);
    // Desks also say what is of no task of ours, and ask whether anybody is here.
    if (!answer) return 204;
    await publish(answer);
    count('DeskAnswers');
    return 202;
  };
