import { html } from 'hono/html';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { customerZone } from '../../../core/customer/model/customer-zone.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { type Explanation, explain } from '../../../core/explain/explain.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { SentMessage, Story } from '../studio.ts';
import type { EnrolmentView } from '../views.ts';
import type { Html } from './layout.ts';
import { letter, task } from './letter.ts';
import { mood } from './list.ts';
import { moodOverTime } from './mood-line.ts';
import { time } from './time.ts';
import { capital, wordsOf } from './words.ts';

export interface CustomerPage {
  story: Story;
  messages: SentMessage[];
  catalogue: Catalogue;
}

const PROVENANCE = {
  stated: 'they said so',
  observed: 'we saw it',
  inferred: 'we guess so',
  'third-party': 'from others',
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const shown = (value: string | number | boolean, zone: string) =>
  typeof value === 'string' && INSTANT.test(value) ? time(value, zone) : String(value);

const facts = (
  { attributes, answers }: Story,
  zone: string,
): Html => html`<section class="card" aria-labelledby="facts">
<h2 id="facts">What we know</h2>
<dl>${Object.entries(attributes).map(
  ([name, { value, provenance }]) =>
    html`<dt>${name}</dt><dd>${shown(value, zone)} <span class="soft">${PROVENANCE[provenance]}</span></dd>`,
)}
${Object.entries(answers).map(([scale, { score }]) => html`<dt>${scale}</dt><dd>${score} <span class="soft">their answer</span></dd>`)}</dl>
</section>`;

const feelings = (
  { mood: felt, openIncidents }: Story,
  zone: string,
): Html => html`<section class="card" aria-labelledby="mood">
<h2 id="mood">Mood: ${mood(felt.word)} <span class="soft">${felt.score}</span></h2>
${felt.until === undefined ? '' : html`<p>Until ${time(felt.until, zone)}, if nothing else happens.</p>`}
${felt.evidence.length === 0 ? html`<p class="soft">Nothing has told us yet.</p>` : ''}
<ul>${felt.evidence
  .toReversed()
  .slice(0, 5)
  .map(
    ({ at, value, because }) =>
      html`<li>${capital(because)} <span class="soft">${value.toFixed(2)}, ${time(at, zone)}</span></li>`,
  )}</ul>
${openIncidents.map(({ kind, id }) => html`<p>Open: ${kind} ${id}</p>`)}
</section>`;

const choices = (
  { consent, unreachable, pausedUntil, closedAt }: Story,
  zone: string,
  { policy }: Catalogue,
): Html | '' => {
  const lines = [
    ...consent.map(({ topic, channel, choice }) => {
      const what = topic === undefined ? `messages by ${channel}` : (policy.topics[topic] ?? topic);
      return html`<li>${choice === 'granted' ? 'Yes' : 'No'} to ${what}</li>`;
    }),
    ...Object.entries(unreachable).map(([channel, { why }]) => html`<li>${channel} ${why}</li>`),
    ...(pausedUntil === undefined ? [] : [html`<li>Paused until ${time(pausedUntil, zone)}</li>`]),
    ...(closedAt === undefined ? [] : [html`<li>Closed the account on ${time(closedAt, zone)}</li>`]),
  ];
  if (lines.length === 0) return '';
  return html`<section class="card" aria-labelledby="choices"><h2 id="choices">Their choices</h2><ul>${lines}</ul></section>`;
};

const step = ({ step: at }: EnrolmentView, zone: string): Html | '' => {
  if (!at) return '';
  const until = at.until === undefined ? '' : html`, until ${time(at.until, zone)} at the latest`;
  if (at.doing === 'held') return html`holds ${at.moment}${until}. <span class="soft">${at.because}</span>`;
  return at.doing === 'listening' ? html`listens at ${at.id}${until}` : html`waits at ${at.id}${until}`;
};

const running = ({ enrolments }: Story, zone: string): Html | '' =>
  enrolments.length === 0
    ? ''
    : html`<section class="card" aria-labelledby="running"><h2 id="running">In these journeys now</h2>
<ul>${enrolments.map((enrolment) => html`<li><strong>${enrolment.title}</strong> ${step(enrolment, zone)}</li>`)}</ul></section>`;

/** What a decision rested on, for who wants to know more than its reason. */
const record = ({ rested, otherwise, unsure }: Explanation): Html | '' => {
  const sentences = unsure === undefined ? rested : [...rested, unsure];
  return sentences.length === 0 && otherwise.length === 0
    ? ''
    : html`<details><summary>On what, and what would have changed it</summary>
<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
${otherwise.length === 0 ? '' : html`<ul>${otherwise.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
</details>`;
};

interface StoryContext {
  letters: Map<string, SentMessage>;
  explanations: Map<JournalEntry, Explanation>;
  zone: string;
  catalogue: Catalogue;
}

const entryItem = (entry: JournalEntry, { letters, explanations, zone, catalogue }: StoryContext): Html => {
  const { tone, title, reason, because, until } = wordsOf(entry, catalogue);
  const isSent = entry.kind === 'decision' && entry.outcome === 'sent';
  const sent = isSent ? letters.get(decisionId(entry)) : undefined;
  const work = entry.kind === 'decision' ? entry.message : undefined;
  const explanation = explanations.get(entry);
  return html`<li class="${tone}">
<p class="soft">${time(entry.at, zone)}</p>
<p class="what">${title}</p>
${reason === undefined ? '' : html`<p class="soft">${reason}${until === undefined ? '' : html`, until ${time(until, zone)} at the latest`}</p>`}
${because === undefined || because === '' ? '' : html`<p>Why? <q>${because}</q></p>`}
${explanation ? record(explanation) : ''}${sent ? letter(sent) : ''}${work ? task(work) : ''}
</li>`;
};

/** One customer: what is known, how they feel, where they are, and all that happened, newest first. */
export const customerPage = ({ story, messages, catalogue }: CustomerPage): Html => {
  const zone = customerZone(story, catalogue);
  const letters = new Map(messages.map((message) => [message.id, message]));
  const { decisions } = explain({ customer: story.id, timeline: story.timeline }, catalogue, { zone });
  const explanations = new Map<JournalEntry, Explanation>(decisions.map((one) => [one.decision, one]));
  const context: StoryContext = { letters, explanations, zone, catalogue };
  const name = story.attributes.firstName?.value;
  return html`<p><a href="/">All customers</a></p>
<h1>${name ?? story.id}</h1>
<p class="soft lead">${name === undefined ? '' : `${story.id} · `}Times are in ${zone}, where they are.</p>
<div class="cards">${feelings(story, zone)}${running(story, zone)}${facts(story, zone)}${choices(story, zone, catalogue)}</div>
${moodOverTime(story, zone, catalogue.policy.mood)}
<section class="card" aria-labelledby="story">
<h2 id="story">What happened, newest first</h2>
<ol class="story" reversed>${story.timeline.toReversed().map((entry) => entryItem(entry, context))}</ol>
</section>`;
};
