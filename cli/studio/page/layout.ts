import { html, raw } from 'hono/html';
import { STYLE } from './style.ts';
import { time } from './time.ts';

export type Html = ReturnType<typeof html>;

export interface Frame {
  title: string;
  now: number;
  zone: string;
  /** Where to come back to after the clock was moved. */
  here: string;
  body: Html;
}

/** Nothing is loaded from anywhere and no script runs; styles are inline, also those of the emails shown. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export const layout = ({ title, now, zone, here, body }: Frame): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Tactful studio</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header>
<a class="brand" href="/">Tactful studio</a>
<div class="clock">
<span>Here it is ${time(now, zone)} <span class="soft">(${zone})</span></span>
<form method="post" action="/clock">
<input type="hidden" name="back" value="${here}">
<label for="advance">Move on by</label>
<input id="advance" name="advance" value="3 days" required autocomplete="off">
<button>Go</button>
</form>
</div>
</header>
<main id="main">${body}</main>
<footer class="soft">Nothing leaves this machine: messages are kept here in place of being sent.</footer>
</body>
</html>`;

/** A page that says one thing. */
export const sentencePage = (title: string, sentence: string, frame: Omit<Frame, 'title' | 'body'>): Html =>
  layout({ ...frame, title, body: html`<h1>${title}</h1><p>${sentence}</p><p><a href="/">All customers</a></p>` });
