import { html } from 'hono/html';

/** `Tue 14 Jul 2026, 09:14` in a zone. */
export const inWords = (at: string | number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(at));

export const time = (at: string | number, zone: string) =>
  html`<time datetime="${new Date(at).toISOString()}">${inWords(at, zone)}</time>`;
