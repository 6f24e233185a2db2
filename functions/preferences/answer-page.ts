import { html } from 'hono/html';
import type { AnswerButton, Asking } from '../shared/asking.ts';
import { ANSWER_DAYS } from '../shared/link.ts';
import type { Speech } from '../shared/speech.ts';
import { sentBefore } from './answer-form.ts';
import { type Html, page } from './layout.ts';

/** The longest text that somebody may add. */
export const MOST_WORDS = 1000;

export interface AnswerShown {
  asking: Asking;
  /** The answer that is marked. */
  chosen: AnswerButton | undefined;
  /** `given`: it is with us; `missing`: none was chosen. */
  state?: 'given' | 'missing';
  text?: string;
  preferences: string;
}

const langOf = (locale: string, ours: string): Html | string => (locale === ours ? '' : html` lang="${locale}"`);

const radio = (choice: AnswerButton, chosen: AnswerButton | undefined): Html => html`<label>
<input type="radio" name="answer" value="${choice.value}" required ${choice.value === chosen?.value ? 'checked' : ''}>
${choice.label}${choice.means === undefined ? '' : html` <small>${choice.means}</small>`}</label>
`;

/** The question with its answers, one of them marked. Only its button answers. */
export const answerPage = (
  { say, locale: spoken }: Speech,
  { asking, chosen, state, text = '', preferences }: AnswerShown,
): Html => {
  const { question, choices, locale } = asking;
  const isGiven = state === 'given';
  const notice = isGiven
    ? say('answer.given', { answer: chosen?.label ?? '' })
    : state === 'missing'
      ? say('answer.choose-one')
      : undefined;
  const questionLine = html`<p${langOf(locale, spoken)}>${question}</p>`;
  return page(
    isGiven ? say('answer.thanks') : question,
    html`${notice === undefined ? '' : html`<p class="notice" role="${isGiven ? 'status' : 'alert'}">${notice}</p>`}
${isGiven ? html`<p class="quiet">${say('answer.changes', { days: ANSWER_DAYS })}</p>${questionLine}` : ''}
<form method="post">
<fieldset><legend>${say('answer.legend')}</legend>
<div class="answers"${langOf(locale, spoken)}>
${choices.map((choice) => radio(choice, chosen))}</div></fieldset>
<label class="words" for="text">${say('answer.more')}</label>
<textarea id="text" name="text" maxlength="${MOST_WORDS}">${text}</textarea>
${isGiven ? '' : html`<p class="quiet">${say('answer.until-then')}</p>`}
${sentBefore(isGiven ? chosen?.value : undefined)}<button class="main">${isGiven ? say('answer.send-again') : say('answer.send')}</button>
</form>
<p><a href="${preferences}">${say('common.preferences')}</a></p>`,
    { locale: spoken, heading: isGiven ? spoken : locale },
  );
};
