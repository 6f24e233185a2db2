import type { Context } from 'hono';
import { decisionId } from '../../core/customer/decision-id.ts';
import { shortId } from '../../core/customer/model/bound.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { ownValue } from '../../core/own-value.ts';
import { answerEvent } from '../../language/catalogue/answer-event.ts';
import type { Scale } from '../../language/catalogue/kind.ts';
import { type AnswerButton, type Asking, askingOf } from '../shared/asking.ts';
import { ANSWER_DAYS } from '../shared/link.ts';
import { answerForm, doneIn, standsAlready } from './answer-form.ts';
import { type AnswerShown, answerPage, MOST_WORDS } from './answer-page.ts';
import { chooseOne, showChoice } from './choice.ts';
import { beside, type ClaimOf, claimOf, type PreferencesDeps } from './deps.ts';
import { over } from './over.ts';
import { sorryPage } from './pages.ts';
import { speechFor } from './speech.ts';

/** No event of the project has room for an answer; `check` says so before it is deployed. */
class NoRoomForAnswer extends Error {
  override name = 'NoRoomForAnswer';
  constructor(moment: string) {
    super(`No event type has room for an answer to ${moment}: run \`tactful check\`, which says what one needs.`);
  }
}

interface OpenQuestion {
  claim: ClaimOf<'answer'>;
  asking: Asking;
  scale: Scale | undefined;
  state: CustomerState;
}

/** The question behind a link; undefined where it is over: the moment asks no more, or nothing is known of the person. */
const questionOf = async (deps: PreferencesDeps, claim: ClaimOf<'answer'>): Promise<OpenQuestion | undefined> => {
  const { moments } = deps.catalogue;
  const moment = Object.hasOwn(moments, claim.moment) ? moments[claim.moment] : undefined;
  const asking = moment && askingOf(moment, claim.locale);
  const state = asking && (await deps.load(claim.customer));
  // Whoever was erased is nobody we could hear, and must not be known again by an answer.
  if (!asking || !state || state.erased !== undefined) return undefined;
  return { claim, asking, state, scale: moment.asks === 'open' ? undefined : moment.asks };
};

const offersGestures = ({ catalogue }: PreferencesDeps, { moment }: ClaimOf<'answer'>): boolean =>
  ownValue(catalogue.moments, moment)?.gestures !== undefined;

/** What they answered before, where the item still says so. */
const lastAnswerOf = ({ claim, asking, scale, state }: OpenQuestion): AnswerButton | undefined => {
  const last = scale && state.answers[scale];
  return last?.to === shortId(decisionId(claim))
    ? asking.choices.find(({ value }) => value === `${last.score}`)
    : undefined;
};

const show = async (deps: PreferencesDeps, c: Context, content: Omit<AnswerShown, 'preferences'>, customer: string) => {
  const preferences = beside((await deps.links()).preferences(customer, c.req.param('token')));
  const speech = speechFor(deps.catalogue, c, { locale: content.asking.locale });
  return answerPage(speech, { ...content, preferences });
};

/** As it stands in the item, which keeps none of their words. */
const showGiven = (deps: PreferencesDeps, c: Context, question: OpenQuestion) =>
  show(deps, c, { asking: question.asking, chosen: lastAnswerOf(question), state: 'given' }, question.claim.customer);

/** Shows the question with the tapped answer marked. A scanner that opens every link of a mail answers nothing. */
export const showAnswer = (deps: PreferencesDeps) => async (c: Context) => {
  const claim = await claimOf(deps, c, 'answer');
  if (offersGestures(deps, claim)) return showChoice(deps, c, claim);
  const question = await questionOf(deps, claim);
  if (!question) return over(deps, c, claim);
  if (doneIn(c) === 'answer.given' && lastAnswerOf(question)) return c.html(await showGiven(deps, c, question));
  const tapped = question.asking.choices.find(({ value }) => value === c.req.query('answer'));
  return c.html(
    await show(deps, c, { asking: question.asking, chosen: tapped ?? lastAnswerOf(question) }, claim.customer),
  );
};

/** Puts the answer on the bus, and shows it, to be changed. */
export const giveAnswer = (deps: PreferencesDeps) => async (c: Context) => {
  const claim = await claimOf(deps, c, 'answer');
  if (offersGestures(deps, claim)) return chooseOne(deps, c, claim);
  const question = await questionOf(deps, claim);
  if (!question) return over(deps, c, claim);
  const { asking, scale, state } = question;
  const { answer, sent, text: typedText = '' } = await c.req.parseBody().catch((): Record<string, string> => ({}));
  const text = String(typedText).trim().slice(0, MOST_WORDS);
  const chosen = asking.choices.find(({ value }) => value === answer);
  if (!chosen) {
    const again = { asking, chosen: undefined, state: 'missing' as const, text };
    return c.html(await show(deps, c, again, claim.customer), 422);
  }
  const answers = decisionId(claim);
  const fields = {
    customerId: state.id,
    // Each answer is one of its own: that it is to the same question says `answers`.
    id: `${answers}@${deps.now()}`,
    answers,
    ...(scale && { scale }),
    ...('gesture' in chosen.says ? {} : chosen.says),
    ...(text === '' ? {} : { text }),
  };
  // Of words nobody knows whether they were said before.
  if (text !== '' || !standsAlready(chosen.value, sent, lastAnswerOf(question)?.value)) {
    const event = answerEvent(Object.entries(deps.catalogue.events), fields);
    if (!event) throw new NoRoomForAnswer(claim.moment);
    await deps.publish([{ type: event.type, detail: event.fields }]);
    deps.count('Answered');
  }
  const page = await show(deps, c, { asking, chosen, state: 'given', text }, claim.customer);
  // Their words stand on this page alone: without them here, whoever answers again would take them back.
  if (text !== '') return c.html(page);
  const look = async () => showGiven(deps, c, (await questionOf(deps, claim)) ?? question);
  return answerForm(deps, c, { page, look, query: { done: 'answer.given' } });
};

/** Leads from the short link of a text to the long one. */
export const lengthen = (deps: PreferencesDeps) => async (c: Context) => {
  const target = await deps.shortLink(c.req.param('code') ?? '');
  if (target !== undefined) return c.redirect(`../${target}`, 302);
  const { say, locale } = speechFor(deps.catalogue, c);
  return c.html(sorryPage(say('answer.old-title'), say('answer.old', { days: ANSWER_DAYS }), locale), 404);
};
