import { SIGNED, signatureOf } from './kinds/generic.ts';
import type { PostToDesk, SendToDesk } from './post.ts';

/** What both know: the key by which we sign, and what the desk's own API wants of whoever asks it. */
export interface DeskSecret {
  key: string;
  /** The whole header, such as `Bearer …`; none where it is empty. */
  authorization?: string | undefined;
}

interface SendDeps {
  url: string;
  secret: () => Promise<DeskSecret>;
  post: PostToDesk;
  now: () => number;
}

/** Asks a desk at an address of its own: signed by us, with the desk's token. */
export const createSignedSend =
  ({ url: base, secret, post, now }: SendDeps): SendToDesk =>
  async ({ method, path = '', headers, body }, id) => {
    const { key, authorization } = await secret();
    const text = body === undefined ? '' : JSON.stringify(body);
    const at = String(Math.floor(now() / 1000));
    return post({
      method,
      url: new URL(`${base.replace(/\/$/, '')}${path}`),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'tactful',
        ...headers,
        [SIGNED.id]: id,
        [SIGNED.at]: at,
        [SIGNED.signature]: signatureOf(key, at, text),
        ...(authorization ? { authorization } : {}),
      },
      body: text,
    });
  };
