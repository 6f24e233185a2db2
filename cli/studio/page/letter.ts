import { html } from 'hono/html';
import { CHANNELS } from '../../../language/catalogue/channel.ts';
import { printCost } from '../../print/text-message.ts';
import type { SentMessage } from '../studio.ts';
import type { Html } from './layout.ts';

const head = (rows: [string, string | undefined][]): Html =>
  html`<dl>${rows.map(([name, value]) => (value === undefined ? '' : html`<dt>${name}</dt><dd>${value}</dd>`))}</dl>`;

/** A message as the customer got it. Its HTML is framed without any right: no script, no form, no way out. */
export const letter = ({ channel, to, subject, text, html: body }: SentMessage): Html => html`<details>
<summary>Show the message</summary>
<div class="letter">
${head([
  ['To', to],
  ['Subject', CHANNELS[channel].subject === 'none' ? undefined : subject],
  ['Costs', CHANNELS[channel].body === 'short-text' ? printCost(text) : undefined],
])}
${
  body === undefined
    ? html`<pre>${text}</pre>`
    : html`<iframe sandbox="" loading="lazy" title="${subject}" srcdoc="${body}"></iframe>
<details><summary>As plain text</summary><pre>${text}</pre></details>`
}
</div>
</details>`;

/** What a colleague is asked to do. */
export const task = ({ subject, text }: { subject: string; text: string }): Html => html`<details>
<summary>Show what they were asked</summary>
<div class="letter">${head([['Subject', subject]])}<pre>${text}</pre></div>
</details>`;
