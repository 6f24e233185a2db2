import { html } from 'hono/html';
import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import { customerWords } from '../../language/catalogue/channel.ts';
import { type Html, page } from './layout.ts';
import { type Kind, keyOf, type Option } from './options.ts';

export interface Shown {
  options: Option[];
  /** `until further notice`, or a day; undefined where messages flow. */
  paused: string | undefined;
  /** What was just done. */
  notice?: string;
}

const box = (option: Option): Html => html`<label>
<input type="checkbox" name="on" value="${keyOf(option)}" ${option.on ? 'checked' : ''}>
${option.name}</label>
${option.on ? html`<input type="hidden" name="was" value="${keyOf(option)}">` : ''}
`;

const boxes = (options: Option[], kind: Kind, legend: string): Html | string => {
  const own = options.filter((option) => option.kind === kind);
  return own.length === 0 ? '' : html`<fieldset><legend>${legend}</legend>${own.map(box)}</fieldset>`;
};

const PAUSES = { week: '1 week', month: '1 month', open: 'Until further notice' } as const;

const pauseForm = (paused: string | undefined): Html =>
  paused === undefined
    ? html`<p>Need some quiet? What you asked for, and what concerns your account or a problem of yours, still reaches you.</p>
<form method="post">${Object.entries(PAUSES).map(([value, name]) => html`<button name="pause" value="${value}">${name}</button>`)}</form>`
    : html`<p>You asked for quiet, ${paused}.</p>
<form method="post"><button name="resume" value="now">Write to me again</button></form>`;

export const preferencesPage = ({ options, paused, notice }: Shown): Html =>
  page(
    'What you hear from us',
    html`${notice === undefined ? '' : html`<p class="notice" role="status">${notice}</p>`}
<form method="post">
${boxes(options, 'topic', 'What about')}
${boxes(options, 'channel', 'By which way')}
<p class="quiet">Without a way we cannot reach you at all, not even when something of yours breaks.</p>
<button class="main" name="save" value="1">Save</button>
</form>
<h2>Pause</h2>
${pauseForm(paused)}`,
  );

/** What a customer leaves by an unsubscribe link: one topic, or one way altogether. */
export interface Leaving {
  topic: string | undefined;
  channel: string;
}

export const leavePage = ({ topic, channel }: Leaving): Html =>
  page(
    topic === undefined ? `No more ${channel} from us?` : `No more about “${topic}”?`,
    html`<p>${topic === undefined ? `You would get nothing by ${channel} any more, not even when something of yours breaks.` : 'We stop writing to you about this, by any way. What concerns your account, or a problem of yours, still reaches you.'}</p>
<form method="post"><button class="main" name="confirm" value="yes">Unsubscribe</button></form>`,
  );

export const leftPage = ({ topic, channel }: Leaving): Html =>
  page(
    'You are unsubscribed',
    html`<p role="status">${topic === undefined ? `You will get nothing by ${channel} from us any more.` : `We write to you no more about “${topic}”. What concerns your account, or a problem of yours, still reaches you.`}</p>
<p>This may take a minute. If you change your mind, follow “Choose what you hear from us” in any of our messages.</p>`,
  );

export interface Reason {
  decision: DecisionEntry;
  /** As the customer reads them. */
  what: string;
  series: string | undefined;
  when: string;
  preferences: string;
}

export const whyPage = ({ decision, what, series, when, preferences }: Reason): Html =>
  page(
    'Why you got this',
    html`<p>${decision.because}</p>
${(decision.chosenFor ?? []).map((reason) => html`<p>We chose you because ${reason.replace(/\.$/, '')}.</p>`)}
<dl>
<dt>What we sent</dt><dd>${what}</dd>
${series === undefined ? '' : html`<dt>It is part of</dt><dd>${series}</dd>`}
<dt>When and how</dt><dd>${when} ${customerWords(decision.channel ?? '')?.way ?? ''}</dd>
</dl>
<p><a href="${preferences}">Choose what you hear from us</a></p>`,
  );

export const sorryPage = (title: string, sentence: string, locale = 'en'): Html =>
  page(title, html`<p>${sentence}</p>`, { locale });
