import * as z from 'zod';
import { memoizeFor } from '../shared/handler/memoize-for.ts';
import { parseJson } from '../shared/parse-json.ts';
import { createAnswers, type DeskCall } from './answers.ts';
import { createAsk } from './ask.ts';
import { createContacts } from './contacts.ts';
import type { DeskAnswer, DeskKind, WebhookKind } from './kind.ts';
import { type ConnectSetup, createConnect } from './kinds/connect.ts';
import type { ContactEvent } from './kinds/connect-contact.ts';
import type { PostToDesk, SendToDesk } from './post.ts';
import { createSignedSend } from './signed-send.ts';
import type { Tickets } from './tickets.ts';

/** Where colleagues work: how it is told, and how what they say there is heard. */
interface OpenDesk {
  telling: { kind: DeskKind; ticketType?: string | undefined; send: SendToDesk };
  /** What its webhook sends; the status of HTTP for it. */
  answers: (call: DeskCall) => Promise<number>;
  /** What EventBridge brings of its contacts. */
  contacts: (event: ContactEvent) => Promise<unknown>;
}

interface OpenDeskDeps {
  publish: (answer: DeskAnswer) => Promise<void>;
  count: (name: 'DeskAnswers' | 'DeskUnsigned' | 'DeskRefused') => void;
}

interface WebhookDeps extends OpenDeskDeps {
  kind: WebhookKind;
  url: string;
  ticketType: string | undefined;
  /** As it lies in Secrets Manager. */
  secret: () => Promise<string>;
  post: PostToDesk;
  now: () => number;
  report: (error: unknown) => void;
}

const Secret = z.object({
  key: z.string().min(16),
  authorization: z.string().optional(),
  /** By which the desk signs, where that is a key of its own making. */
  answers: z.string().optional(),
});

/** A desk with an API and a webhook of its own. Who changes the secret is followed within minutes. */
export const openWebhook = ({
  kind,
  url,
  ticketType,
  post,
  publish,
  now,
  report,
  count,
  ...deps
}: WebhookDeps): OpenDesk => {
  const secret = memoizeFor(async () => Secret.parse(parseJson(await deps.secret())), { lasts: 300_000, now, report });
  const key = async (): Promise<string> => {
    const { key: ours, answers: own } = await secret();
    return own ? own : ours;
  };
  return {
    telling: { kind, ticketType, send: createSignedSend({ url, secret, post, now }) },
    answers: createAnswers({ kind, key, publish, now, count }),
    contacts: async () => 'nothing',
  };
};

interface ConnectDeps extends OpenDeskDeps {
  tickets: Pick<Tickets, 'find' | 'keep'>;
  setup: ConnectSetup;
  send: SendToDesk;
}

/** Amazon Connect, which AWS lets us ask, and which has no webhook: there is nothing by HTTP that anybody could sign. */
export const openConnect = ({ setup, send, tickets, publish, count }: ConnectDeps): OpenDesk => ({
  telling: { kind: createConnect(setup), send },
  answers: async () => 404,
  contacts: createContacts({
    instance: setup.instance,
    ask: createAsk({ send, count }, '', ({ status }) => status === 404),
    tickets,
    publish,
    count,
  }),
});
