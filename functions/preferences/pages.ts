import { html } from 'hono/html';
import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import { Frequency, HOURS } from '../../language/catalogue/known.ts';
import type { Speech } from '../shared/speech.ts';
import { type Html, page } from './layout.ts';
import { type Kind, keyOf, type Option } from './options.ts';

/** From when to when, by the clock where the customer is. */
export interface Hours {
  from: string;
  to: string;
}

export interface PreferencesShown {
  options: Option[];
  frequency: Frequency;
  /** Quiet hours of their own, and the usual ones. */
  own: Hours | undefined;
  usual: Hours | undefined;
  /** Hours that were asked for and cannot be, to be mended. */
  typed?: Hours;
  /** Until when they want quiet: a day, or without end. */
  paused: { day?: string } | undefined;
  /** Where the other page is that shows what we know. */
  known: string;
  /** What is counted, where anything is. */
  measuring: Html | undefined;
  /** What was just done, or could not be. */
  notice?: { text: string; isRefusal?: true };
}

export const noticeOf = (notice: PreferencesShown['notice']): Html | string =>
  notice === undefined
    ? ''
    : html`<p class="notice" role="${notice.isRefusal ? 'alert' : 'status'}">${notice.text}</p>`;

const box = ({ say }: Speech, option: Option): Html => html`<label>
<input type="checkbox" name="on" value="${keyOf(option)}" ${option.on ? 'checked' : ''}>
<span>${option.name}${option.isChosen ? '' : html` <small>${say(option.on ? 'preferences.unchosen-on' : 'preferences.unchosen-off')}</small>`}</span></label>
${option.on ? html`<input type="hidden" name="was" value="${keyOf(option)}">` : ''}
`;

const boxes = (speech: Speech, options: Option[], kind: Kind, legend: string): Html | string => {
  const own = options.filter((option) => option.kind === kind);
  return own.length === 0
    ? ''
    : html`<fieldset><legend>${legend}</legend>${own.map((option) => box(speech, option))}</fieldset>`;
};

const frequencyPart = (
  { say }: Speech,
  chosen: Frequency,
): Html => html`<fieldset><legend>${say('preferences.frequency-title')}</legend>
${Frequency.options.map(
  (each) => html`<label>
<input type="radio" name="frequency" value="${each}" ${each === chosen ? 'checked' : ''}>
<span>${say(`preferences.${each}`)}</span></label>
`,
)}</fieldset>
<input type="hidden" name="was-frequency" value="${chosen}">
<button name="act" value="frequency">${say('preferences.save')}</button>`;

const hourChoice = (
  name: 'from' | 'to',
  label: string,
  chosen: string,
): Html => html`<label for="${name}">${label}</label>
<select id="${name}" name="${name}">${HOURS.map((hour) => html`<option${hour === chosen ? html` selected` : ''}>${hour}</option>`)}</select>
`;

/** Where nobody has said any hours. */
const LIKELY: Hours = { from: '21:00', to: '08:00' };

const hoursPart = ({ say }: Speech, { own, usual, typed }: PreferencesShown): Html => {
  const applies = own ?? usual;
  const was = applies ?? LIKELY;
  const { from, to } = typed ?? was;
  const words = own ? 'preferences.hours-own' : usual ? 'preferences.hours-usual' : 'preferences.hours-none';
  return html`<h2>${say('preferences.hours-title')}</h2>
<p>${say(words, { ...applies })}</p>
<p class="hours">${hourChoice('from', say('preferences.hours-from'), from)}${hourChoice('to', say('preferences.hours-to'), to)}</p>
<input type="hidden" name="was-from" value="${was.from}"><input type="hidden" name="was-to" value="${was.to}">
<button name="act" value="hours">${say('preferences.hours-save')}</button>
${own ? html`<button name="act" value="usual-hours">${say('preferences.hours-clear')}</button>` : ''}`;
};

const pausePart = ({ say }: Speech, paused: PreferencesShown['paused']): Html =>
  paused === undefined
    ? html`<p>${say('preferences.pause-offer')}</p>
<p>${(['week', 'month', 'open'] as const).map((each) => html`<button name="pause" value="${each}">${say(`preferences.pause-${each}`)}</button>`)}</p>`
    : html`<p>${paused.day === undefined ? say('preferences.paused-open') : say('preferences.paused-until', { day: paused.day })}</p>
<button name="resume" value="now">${say('preferences.resume')}</button>`;

/** One form: whichever button is pressed, nothing that was changed elsewhere on the page is lost. */
export const preferencesPage = (speech: Speech, content: PreferencesShown): Html => {
  const { say, locale } = speech;
  const { options, frequency, paused, known, measuring, notice } = content;
  return page(
    say('preferences.title'),
    html`${noticeOf(notice)}
<form method="post">
${boxes(speech, options, 'topic', say('preferences.topics'))}
${boxes(speech, options, 'channel', say('preferences.channels'))}
<p class="quiet">${say('preferences.without-way')}</p>
<button class="main" name="save" value="1">${say('preferences.save')}</button>
${frequencyPart(speech, frequency)}
${hoursPart(speech, content)}
<h2>${say('preferences.pause-title')}</h2>
${pausePart(speech, paused)}
${measuring ?? ''}
</form>
<p class="ways"><a href="${known}">${say('common.known')}</a></p>`,
    { locale },
  );
};

/** What a customer leaves by an unsubscribe link: one topic, or one way altogether. */
export interface Leaving {
  topic: string | undefined;
  channel: string;
}

export const leavePage = ({ say, locale }: Speech, { topic, channel }: Leaving): Html =>
  page(
    topic === undefined ? say('leave.title-channel', { channel }) : say('leave.title-topic', { topic }),
    html`<p>${topic === undefined ? say('leave.about-channel', { channel }) : say('leave.about-topic')}</p>
<form method="post"><button class="main" name="confirm" value="yes">${say('leave.button')}</button></form>`,
    { locale },
  );

export const leftPage = ({ say, locale }: Speech, { topic, channel }: Leaving): Html =>
  page(
    say('leave.done-title'),
    html`<p role="status">${topic === undefined ? say('leave.done-channel', { channel }) : say('leave.done-topic', { topic })}</p>
<p>${say('leave.later')}</p>`,
    { locale },
  );

export interface Reason {
  decision: Pick<DecisionEntry, 'chosenFor'>;
  /** As the customer reads them. */
  because: string;
  what: string;
  series: string | undefined;
  when: string;
  preferences: string;
  known: string;
}

export const whyPage = (
  { say, locale }: Speech,
  { decision, because, what, series, when, preferences, known }: Reason,
): Html =>
  page(
    say('why.title'),
    html`<p>${because}</p>
${(decision.chosenFor ?? []).map((reason) => html`<p>${say('why.chosen', { reason: reason.replace(/\.$/, '') })}</p>`)}
<dl>
<dt>${say('why.what')}</dt><dd>${what}</dd>
${series === undefined ? '' : html`<dt>${say('why.series')}</dt><dd>${series}</dd>`}
<dt>${say('why.when')}</dt><dd>${when}</dd>
</dl>
<p class="ways"><a href="${preferences}">${say('common.preferences')}</a>
<a href="${known}">${say('common.known')}</a></p>`,
    { locale },
  );

export const sorryPage = (title: string, sentence: string, locale = 'en'): Html =>
  page(title, html`<p>${sentence}</p>`, { locale });
