import { answerEvent } from '../../../language/catalogue/answer-event.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import type { Scale } from '../../../language/catalogue/kind.ts';
import { ownValue } from '../../own-value.ts';
import { readSignals } from '../../sentiment/read-signals.ts';
import { isOnScale } from '../../sentiment/survey.ts';
import type { Rating } from '../../wish/read-rating.ts';
import { decisionId, parseDecisionId } from '../decision-id.ts';
import type { Draft } from '../draft.ts';
import { bounded, shortId } from '../model/bound.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { mayHaveReached } from '../model/reservations.ts';
import { askedBy, toSecond } from '../occurrence.ts';
import { isOneStep, stepOf } from '../standing.ts';

/** The scale on which the message asked that a decision's id names; of several turns the last alone may be known. */
const scaleAskedBy = (draft: Draft, decision: string): Scale | undefined => {
  const { state, deps } = draft;
  const { enrolment, step, visit = Number.POSITIVE_INFINITY } = parseDecisionId(decision);
  const question = mayHaveReached(state).findLast(
    (one) => one.enrolment === enrolment && isOneStep(draft, step, one) && visit <= one.visit,
  );
  const asks = question && ownValue(deps.catalogue.moments, question.moment)?.asks;
  return asks === 'open' ? undefined : asks;
};

/**
 * The decision that asked the one question on a scale to which a journey listens now. A reply that names no decision can be
 * meant for no other; where two are open it says nothing.
 */
const onlyOpenQuestion = (draft: Draft, at: number): string | undefined => {
  const open = Object.entries(draft.state.enrolments).flatMap(([id, enrolment]) => {
    const step = stepOf(draft, enrolment);
    if (step?.kind !== 'listen' || !step.answers || step.answers.asks === 'open' || enrolment.answer) return [];
    const questions = askedBy(draft, id, step.answers.moment).filter((one) => toSecond(one.at) <= toSecond(at));
    return questions.slice(-1);
  });
  return open.length === 1 ? open.map(decisionId)[0] : undefined;
};

/** The answer as an event of the project. */
const eventOf = async (
  { state, deps, now }: Draft,
  { id, at }: IncomingEvent,
  { score, rest }: Rating,
  question: { scale: Scale; answers: string },
): Promise<{ type: EventType; event: IncomingEvent } | undefined> => {
  const key = shortId(`${id}#answer`);
  const answer = { customerId: state.id, id: key, score, ...question, ...(rest === '' ? {} : { text: rest }) };
  const projectEvent = answerEvent(Object.entries(deps.catalogue.events), answer);
  const type = projectEvent && deps.catalogue.events[projectEvent.type];
  if (!projectEvent || !type) return undefined;
  // Without a reader: the words beside the number counted as the reply's.
  const { signals } = await readSignals(type, { ...projectEvent.fields, at });
  return {
    type,
    event: bounded({ id: key, type: projectEvent.type, at, fields: projectEvent.fields, signals }, type, now),
  };
};

/**
 * The answer that a reply is, as an event of the project beside it: where it begins with a number on the scale on which
 * the message asked. One and the same number again is no second answer.
 */
export const answerByReply = async (
  draft: Draft,
  { feedback }: EventType,
  event: IncomingEvent,
): Promise<{ type: EventType; event: IncomingEvent } | undefined> => {
  const { rating, fields } = event;
  if (feedback !== 'replied' || !rating) return undefined;
  const answers = fields.decision ?? onlyOpenQuestion(draft, Date.parse(event.at));
  if (typeof answers !== 'string') return undefined;
  const scale = scaleAskedBy(draft, answers);
  if (!scale || !isOnScale(scale, rating.score, rating.of)) return undefined;
  const last = draft.state.answers[scale];
  if (last?.to === shortId(answers) && last.score === rating.score) return undefined;
  return eventOf(draft, event, rating, { scale, answers });
};
