import { html } from 'hono/html';
import { reasonInWords } from '../../../core/explain/words/reason.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { JourneyCounts, Totals } from '../../../simulator/summary.ts';
import { COLUMNS, figures, inOrder, sum, together } from '../../print/summary.ts';
import type { CustomerList, CustomerRow } from '../customers.ts';
import type { Html } from './layout.ts';
import { time } from './time.ts';

export interface ListPage {
  list: CustomerList;
  totals: Totals;
  q: string;
  /** What is wrong in the workflows, a line each: those files are left out. */
  broken: string[];
  catalogue: Catalogue;
}

const brokenFiles = (broken: string[]): Html | '' =>
  broken.length === 0
    ? ''
    : html`<section class="card" role="alert" aria-labelledby="broken">
<h2 id="broken">Some files are broken</h2>
<p>They are left out, and so is what needs them. Mend them, and look again.</p>
<ul>${broken.map((line) => html`<li><code>${line}</code></li>`)}</ul>
</section>`;

/** The address of a customer's page; a query takes any text, also one that a path would swallow. */
export const customerPath = (id: string): string => `/?customer=${encodeURIComponent(id.toWellFormed())}`;

const pagePath = (from: string, q: string): string =>
  `/?${new URLSearchParams({ from: from.toWellFormed(), ...(q ? { q } : {}) })}`;

export const mood = (word: string): Html => html`<span class="mood ${word}">${word}</span>`;

const row = ({ id, name, email, mood: word, journeys, changedAt }: CustomerRow, zone: string): Html => html`<tr>
<th scope="row"><a href="${customerPath(id)}">${name ?? id}</a>
<div class="soft">${name === undefined ? '' : id}${name !== undefined && email !== undefined ? ' · ' : ''}${email ?? ''}</div></th>
<td>${mood(word)}</td>
<td>${journeys.length > 0 ? journeys.join(', ') : html`<span class="soft">no journey now</span>`}</td>
<td class="soft">${time(changedAt, zone)}</td>
</tr>`;

const journeyRow = (id: string, counts: JourneyCounts, { journeys }: Catalogue): Html => html`<tr>
<th scope="row">${journeys[id]?.title ?? id}</th>
${figures(counts, journeys[id]?.goal !== undefined).map((figure) => html`<td>${figure}</td>`)}
</tr>`;

const reasonList = (title: string, counts: Record<string, number>, catalogue: Catalogue): Html | '' =>
  sum(counts) === 0
    ? ''
    : html`<h3>${title}</h3><ul>${inOrder(counts).map(([reason, count]) => html`<li>${count}: ${reasonInWords(reason, catalogue)}</li>`)}</ul>`;

const merged = (all: Record<string, number>[]): Record<string, number> => {
  const total: Record<string, number> = {};
  for (const counts of all) {
    for (const [reason, count] of Object.entries(counts)) total[reason] = (total[reason] ?? 0) + count;
  }
  return total;
};

const summary = ({ journeys, rejected }: Totals, catalogue: Catalogue): Html => {
  const all = Object.entries(journeys).sort(([a], [b]) => a.localeCompare(b));
  const counts = all.map(([, each]) => each);
  return html`<section class="card" aria-labelledby="summary">
<h2 id="summary">What became of everybody</h2>
<div class="wide" tabindex="0" role="region" aria-label="Figures of all journeys, to be moved sideways"><table class="figures">
<thead><tr><th scope="col">Journey</th>${COLUMNS.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${all.map(([id, each]) => journeyRow(id, each, catalogue))}
<tr><th scope="row">Together</th>${figures(together(counts)).map((figure) => html`<td>${figure}</td>`)}</tr></tbody>
</table></div>
<details><summary>Why messages waited or were not sent</summary>
${reasonList('Held, and how often for what', merged(counts.map(({ heldFor }) => heldFor)), catalogue)}
${reasonList('Not sent', merged(counts.map(({ suppressed }) => suppressed)), catalogue)}
${reasonList('Events not taken', rejected, catalogue)}
</details>
</section>`;
};

/** All customers, a page at a time, under the figures of all journeys. */
export const listPage = ({ list, totals, q, broken, catalogue }: ListPage): Html => {
  const { customers, total, previous, next } = list;
  const { zone } = catalogue.policy;
  const matches = `${total} ${total === 1 ? 'customer' : 'customers'}${q ? ` with “${q}”` : ''}`;
  return html`<h1>Customers and their journeys</h1>
<p class="soft lead">Every message was weighed before it went out. Open a customer to see what happened, and why.</p>
${brokenFiles(broken)}${summary(totals, catalogue)}
<section class="card" aria-labelledby="people">
<h2 id="people">Customers</h2>
<form class="search" role="search" method="get" action="/">
<label for="q">Find by id, name or email</label>
<input id="q" name="q" type="search" value="${q}"><button>Find</button>
</form>
<p class="soft" role="status">${matches}</p>
<table class="people">
<thead><tr><th scope="col">Customer</th><th scope="col">Mood</th><th scope="col">In</th><th scope="col">Last change</th></tr></thead>
<tbody>${customers.map((customer) => row(customer, zone))}</tbody>
</table>
<nav class="pages" aria-label="Pages">
${previous === undefined ? '' : html`<a href="${pagePath(previous, q)}" rel="prev">Earlier</a>`}
${next === undefined ? '' : html`<a href="${pagePath(next, q)}" rel="next">More customers</a>`}
</nav>
</section>`;
};
