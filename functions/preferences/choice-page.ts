import { html } from 'hono/html';
import { PERSON } from '../../language/catalogue/giver.ts';
import type { PageWord } from '../../language/catalogue/page-words/page-words.ts';
import type { AnswerButton, Asking } from '../shared/asking.ts';
import type { Speech } from '../shared/speech.ts';
import { sentBefore } from './answer-form.ts';
import { type Html, page } from './layout.ts';

type Notice = { of: 'missing' | 'person' } | { of: 'reserved' | 'noted' | 'gone'; gesture: string };

export interface ChoiceShown {
  /** With what is left to choose from. */
  asking: Asking;
  /** The kind that is marked. */
  chosen: string | undefined;
  notice?: Notice;
  preferences: string;
}

const langOf = (locale: string, ours: string): Html | string => (locale === ours ? '' : html` lang="${locale}"`);

const radio = (value: string, label: string, chosen: string | undefined, lang: Html | string): Html => html`<label>
<input type="radio" name="answer" value="${value}" required ${value === chosen ? 'checked' : ''}>
<span${lang}>${label}</span></label>
`;

const TITLES: Partial<Record<Notice['of'], PageWord>> = {
  reserved: 'choice.reserved-title',
  noted: 'answer.thanks',
  gone: 'choice.gone-title',
  person: 'choice.person-title',
};

const textOf = ({ say }: Speech, notice: Notice, isNothingLeft: boolean): string => {
  if (notice.of === 'missing') return say('choice.choose-one');
  if (notice.of === 'person') return say('choice.person-noted');
  if (notice.of === 'gone') return isNothingLeft ? say('choice.all-gone') : say('choice.gone', notice);
  return say(`choice.${notice.of}`, notice);
};

const isRefusal = ({ of }: Notice): boolean => of === 'missing' || of === 'gone';

/** What would help, one of it marked, and a way to a person. Only its button chooses. */
export const choicePage = (speech: Speech, { asking, chosen, notice: ownNotice, preferences }: ChoiceShown): Html => {
  const { say, locale: spoken } = speech;
  const { question, choices, locale } = asking;
  const isNothingLeft = choices.length === 0;
  const notice = ownNotice ?? (isNothingLeft ? ({ of: 'gone', gesture: '' } as const) : undefined);
  const title = notice && TITLES[notice.of];
  const isChosen = notice !== undefined && !isRefusal(notice);
  return page(
    title === undefined ? question : say(title),
    html`${notice === undefined ? '' : html`<p class="notice" role="${isRefusal(notice) ? 'alert' : 'status'}">${textOf(speech, notice, isNothingLeft)}</p>`}
${notice?.of === 'noted' ? html`<p><a href="?">${say('choice.look-again')}</a></p>` : ''}
${notice?.of === 'person' ? '' : isNothingLeft ? askPerson(speech) : chooseForm(speech, { choices, locale, chosen, isChosen })}
<p><a href="${preferences}">${say('common.preferences')}</a></p>`,
    { locale: spoken, heading: title === undefined ? locale : spoken },
  );
};

interface FormShown {
  choices: AnswerButton[];
  locale: string;
  chosen: string | undefined;
  isChosen: boolean;
}

const chooseForm = (
  { say, locale: spoken }: Speech,
  { choices, locale, chosen, isChosen }: FormShown,
): Html => html`<form method="post">
<fieldset><legend>${say('choice.legend')}</legend>
${choices.map(({ value, label }) => radio(value, label, chosen, langOf(locale, spoken)))}${radio(PERSON, say('choice.person'), chosen, '')}</fieldset>
${isChosen ? '' : html`<p class="quiet">${say('choice.until-then')}</p>`}
${sentBefore(isChosen ? chosen : undefined)}<button class="main">${isChosen ? say('choice.send-again') : say('choice.send')}</button>
</form>`;

const askPerson = ({ say }: Speech): Html => html`<form method="post">
<button class="main" name="answer" value="${PERSON}">${say('choice.ask-person')}</button>
</form>`;

const ENDS = {
  person: ['choice.person-title', 'choice.person-noted'],
  given: ['choice.given-title', 'choice.given'],
  confirmed: ['choice.given-title', 'choice.confirmed'],
} as const;

/** What can be changed no more. */
export const endPage = (
  { say, locale }: Speech,
  { of, gesture, preferences }: { of: keyof typeof ENDS; gesture: string; preferences: string },
): Html => {
  const [title, text] = ENDS[of];
  return page(
    say(title),
    html`<p class="notice" role="status">${say(text, { gesture })}</p>
<p><a href="${preferences}">${say('common.preferences')}</a></p>`,
    { locale },
  );
};
