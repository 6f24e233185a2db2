import { html } from 'hono/html';
import type { Speech } from '../../shared/speech.ts';
import { type Html, page } from '../layout.ts';
import { noticeOf, type PreferencesShown } from '../pages.ts';
import type { ShownFact } from './facts.ts';
import type { ShownMood } from './moods.ts';
import type { ShownTheme } from './themes.ts';

/** The longest value that somebody may type. */
export const MOST_TYPED = 200;

export interface KnownShown {
  facts: ShownFact[];
  answers: { question: string; says: string }[];
  moods: ShownMood[];
  themes: ShownTheme[];
  /** For what they are taken now. */
  now: string;
  notice?: PreferencesShown['notice'];
  /** Where the other pages are. */
  ways: { preferences: string; download: string; erase: string };
}

const inputOf = (id: string, { input, typed }: ShownFact): Html =>
  input.kind === 'words'
    ? html`<select id="${id}" name="value">${input.words.map(({ value, says }) => html`<option value="${value}"${value === typed ? html` selected` : ''}>${says}</option>`)}</select>`
    : html`<input id="${id}" name="value" type="${input.kind}" value="${typed}" maxlength="${MOST_TYPED}"${input.kind === 'number' ? html` step="any"` : ''}>`;

const hidden = (fact: ShownFact): Html => html`<input type="hidden" name="fact" value="${fact.attribute}">`;

const removal = ({ say }: Speech, fact: ShownFact): Html => html`<form method="post">${hidden(fact)}
<button name="act" value="remove">${say(fact.may === 'correct' ? 'known.remove' : 'known.wrong')}<span class="unseen">${say('known.which', { fact: fact.name })}</span></button></form>`;

const correction = (speech: Speech, fact: ShownFact, place: number): Html => {
  const { say } = speech;
  return html`<details><summary>${say('known.correct')}<span class="unseen">${say('known.which', { fact: fact.name })}</span></summary>
<form method="post">${hidden(fact)}
<label class="words" for="value-${place}">${say('known.new-value', { fact: fact.name })}</label>
${inputOf(`value-${place}`, fact)}
<button class="main" name="act" value="correct">${say('known.save')}</button></form>
${removal(speech, fact)}</details>`;
};

const acts = (speech: Speech, fact: ShownFact, place: number): Html | string => {
  switch (fact.may) {
    case 'correct':
      return correction(speech, fact, place);
    case 'remove':
      return removal(speech, fact);
    case 'elsewhere':
      return html`<p class="quiet">${speech.say('known.elsewhere')}</p>`;
    case 'nothing':
      return '';
  }
};

const factItem = (speech: Speech, fact: ShownFact, place: number): Html => html`<li><h3>${fact.name}</h3>
<p class="value">${fact.value}</p>
${fact.says.map((sentence) => html`<p class="quiet">${sentence}</p>`)}
${acts(speech, fact, place)}</li>
`;

const moodItem = ({ say }: Speech, { id, says }: ShownMood): Html => html`<li><p>${says}</p>
${
  id === undefined
    ? html`<p class="quiet">${say('known.fades')}</p>`
    : html`<form method="post"><input type="hidden" name="evidence" value="${id}">
<button name="act" value="dispute">${say('known.not-right')}<span class="unseen">: ${says}</span></button></form>`
}</li>
`;

const themeItem = ({ say }: Speech, { theme, says }: ShownTheme): Html => html`<li><p>${says}</p>
<form method="post"><input type="hidden" name="theme" value="${theme}">
<button name="act" value="not-asked">${say('known.not-asked')}<span class="unseen">: ${says}</span></button></form></li>
`;

/** Everything that is kept of somebody, with what they can do about it. */
export const knownPage = (speech: Speech, { facts, answers, moods, themes, now, notice, ways }: KnownShown): Html => {
  const { say, locale } = speech;
  return page(
    say('known.title'),
    html`${noticeOf(notice)}
<p>${say('known.intro')}</p>
<p class="quiet">${say('known.rules')}</p>
<h2>${say('known.facts-title')}</h2>
${facts.length === 0 ? html`<p>${say('known.nothing')}</p>` : html`<ul class="known">${facts.map((fact, place) => factItem(speech, fact, place))}</ul>`}
${
  answers.length === 0
    ? ''
    : html`<h2>${say('known.answers-title')}</h2>
<dl>${answers.map(({ question, says }) => html`<dt>${question}</dt><dd>${says}</dd>`)}</dl>`
}
<h2>${say('known.moods-title')}</h2>
<p>${say('known.moods-intro')}</p>
<p>${now}</p>
${moods.length === 0 ? html`<p class="quiet">${say('known.no-moods')}</p>` : html`<ul class="known">${moods.map((mood) => moodItem(speech, mood))}</ul>`}
${
  themes.length === 0
    ? ''
    : html`<h2>${say('known.themes-title')}</h2>
<p>${say('known.themes-intro')}</p>
<ul class="known">${themes.map((theme) => themeItem(speech, theme))}</ul>`
}
<h2>${say('known.export-title')}</h2>
<p><a href="${ways.download}" download="about-me.json">${say('known.export')}</a></p>
<p class="quiet">${say('known.export-about')}</p>
<h2>${say('known.erase-title')}</h2>
<p>${say('known.erase-about')}</p>
<p><a href="${ways.erase}">${say('known.erase-link')}</a></p>
<p class="ways"><a href="${ways.preferences}">${say('common.preferences')}</a></p>`,
    { locale },
  );
};

/** In days: so long backups of the tables are kept. */
const BACKUP_DAYS = 35;

export const erasePage = ({ say, locale }: Speech, knownUrl: string, isUnsure: boolean): Html =>
  page(
    say('erase.title'),
    html`${isUnsure ? noticeOf({ text: say('erase.unsure'), isRefusal: true }) : ''}
<p>${say('erase.about')}</p>
<p>${say('erase.not-about', { days: BACKUP_DAYS })}</p>
<form method="post">
<label><input type="checkbox" name="sure" value="yes" required> <span>${say('erase.sure')}</span></label>
<button class="main" name="act" value="erase">${say('erase.button')}</button>
</form>
<p class="ways"><a href="${knownUrl}">${say('erase.back')}</a></p>`,
    { locale },
  );
