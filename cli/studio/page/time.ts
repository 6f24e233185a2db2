import { html } from 'hono/html';
import { inWords } from '../../../core/explain/words/time.ts';

export const time = (at: string | number, zone: string) =>
  html`<time datetime="${new Date(at).toISOString()}">${inWords(at, zone)}</time>`;
