import { shortId } from './bound.ts';

/** How an item names what a customer chose about: `topic:offers`, `channel:email`. Whoever keeps and whoever asks names it so. */
export const consentKey = (kind: 'topic' | 'channel' | 'measure', id: string): string => `${kind}:${shortId(id)}`;
