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
  const asked = mayHaveReached(state).findLast(
    (one) => one.enrolment === enrolment && isOneStep(draft, step, one) && visit <= one.visit,
  );
  const asks = asked && ownValue(deps.catalogue.moments, asked.moment)?.asks;
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
    const asked = askedBy(draft, id, step.answers.moment).filter((one) => toSecond(one.at) <= toSecond(at));
    return asked.slice(-1);
  });
  return open.length === 1 ? open.map(decisionId)[0] : undefined;
};

/** The answer as an event of the project. */
const eventOf = async (
  { state, deps, now }: Draft,
  { id, at }: IncomingEvent,
  { score, rest }: Rating,
  asked: { scale: Scale; answers: string },
): Promise<{ type: EventType; event: IncomingEvent } | undefined> => {
  const key = shortId(`${id}#answer`);
  const said = { customerId: state.id, id: key, score, ...asked, ...(rest === '' ? {} : { text: rest }) };
  const found = answerEvent(Object.entries(deps.catalogue.events), said);
  const type = found && deps.catalogue.events[found.type];
  if (!found || !type) return undefined;
  // Without a reader: the words beside the number counted as the reply's.
  const { signals } = await readSignals(type, { ...found.fields, at });
  return { type, event: bounded({ id: key, type: found.type, at, fields: found.fields, signals }, type, now) };
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
