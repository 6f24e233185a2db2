import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light dark; --ink: #1f2430; --quiet: #525a68; --paper: #fff; --line: #767d8a; --accent: #1a56a8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceef2; --quiet: #b3bac6; --paper: #16181d; --line: #8b93a1; --accent: #8ab8ff; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: break-word; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
p.quiet, dt { color: var(--quiet); }
a { color: var(--accent); }
fieldset { min-width: 0; border: 1px solid var(--line); border-radius: .6rem; margin: 0 0 1.25rem; padding: .5rem 1.1rem .9rem; }
legend { font-weight: 650; padding: 0 .4rem; }
label { display: flex; gap: .7rem; align-items: center; min-height: 2.75rem; }
input[type=checkbox], input[type=radio] { flex: none; width: 1.25rem; height: 1.25rem; accent-color: var(--accent); }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .4rem 1.1rem; margin: 0 .5rem .6rem 0; border-radius: .5rem;
  border: 2px solid var(--accent); background: var(--paper); color: var(--accent); cursor: pointer; }
button.main { background: var(--accent); color: var(--paper); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.notice { overflow-wrap: break-word; border-left: .3rem solid var(--accent); padding: .3rem 0 .3rem 1rem; margin: 0 0 1.5rem; }
.answers { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0 0; }
.answers label { min-width: 3.25rem; box-sizing: border-box; justify-content: center; padding: .3rem .8rem; border: 2px solid var(--line);
  border-radius: .5rem; cursor: pointer; overflow-wrap: anywhere; }
.answers label:has(:checked) { border-color: var(--accent); font-weight: 650; }
.answers small { color: var(--quiet); font-weight: 400; }
label.words { display: block; margin: 0 0 .3rem; min-height: 0; }
textarea { display: block; box-sizing: border-box; width: 100%; min-height: 6rem; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; margin: 0 0 1.25rem; }
dl { margin: 1.5rem 0; } dd { margin: 0 0 .8rem; }
label small { color: var(--quiet); }
fieldset label span { min-width: 0; padding: .35rem 0; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0; }
ul.known { list-style: none; margin: 1rem 0; padding: 0; }
ul.known li { border-top: 1px solid var(--line); padding: .9rem 0 .5rem; overflow-wrap: anywhere; }
ul.known p { margin: 0 0 .35rem; } ul.known p.value { font-size: 1.15rem; } ul.known form { margin: .5rem 0 0; }
summary { cursor: pointer; min-height: 2.75rem; display: flex; align-items: center; color: var(--accent); font-weight: 600; }
summary::before { content: "+"; width: 1.2rem; } details[open] > summary::before { content: "−"; }
input:not([type=checkbox], [type=radio]), select { box-sizing: border-box; max-width: 100%; min-height: 2.75rem; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .3rem .8rem; margin: 0 0 .8rem; }
input:not([type=checkbox], [type=radio]) { width: 100%; }
p.hours { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center; margin: 0 0 .6rem; } p.hours select { margin: 0; }
p.ways { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; margin-top: 2.5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Nothing from elsewhere, no script at all, and no trace of the address, which is a key, in what comes after. Our own pages may know
 * where a form was: a browser that hides that from them says the form came from nowhere, and a host that asks refuses it.
 */
export const HEADERS: Record<string, string> = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
  'Strict-Transport-Security': 'max-age=31536000',
};

/** In which language a page stands, and its heading, where that is in another. */
export interface Speaking {
  locale?: string;
  heading?: string;
}

/** One plain page: no script, nothing loaded, everything escaped. */
export const page = (
  title: string,
  content: Html,
  { locale = 'en', heading = locale }: Speaking = {},
): Html => html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1${heading === locale ? '' : html` lang="${heading}"`}>${title}</h1>
${content}
</main>
</body>
</html>
`;
