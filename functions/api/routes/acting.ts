import { decisionId } from '../../../core/customer/decision-id.ts';
import type { DecisionEntry } from '../../../core/customer/model/journal.ts';
import { ownValue } from '../../../core/own-value.ts';
import { answerEvent } from '../../../language/catalogue/answer-event.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { isSendable } from '../../../language/catalogue/channel.ts';
import { RANGES } from '../../../language/catalogue/question.ts';
import { asksOf } from '../asks.ts';
import type { ParsedRequest } from '../contract/routes.ts';
import type { ApiDeps } from '../deps.ts';
import { eventForms } from '../event-forms.ts';
import type { Handlers } from '../handlers.ts';
import { noCustomer, notFound, Refused } from '../problem.ts';

type AnswerBody = ParsedRequest<'answerAs'>['body'];

/** What is wrong with an answer to what a message asks; undefined where nothing is. */
const wrongWith = (
  { score, word, text }: AnswerBody,
  entry: DecisionEntry,
  catalogue: Catalogue,
): string | undefined => {
  const { scale, words = [] } = asksOf(entry, catalogue) ?? {};
  if (score === undefined && word === undefined && text === undefined)
    return 'There is no answer: give a score, a word or a text.';
  if (score !== undefined) {
    if (scale === undefined) return `${entry.moment} asks for no score. Answer it with a text.`;
    const { from, to } = RANGES[scale];
    if (!Number.isInteger(score) || score < from || score > to)
      return `score is ${score}; on the scale ${scale} it should be a whole number from ${from} to ${to}.`;
  }
  if (word !== undefined && !words.includes(word))
    return `${entry.moment} has no answer ${JSON.stringify(word)}. It has ${words.join(', ') || 'none in words'}.`;
  return undefined;
};

const eventOf = (
  { score, word, text }: AnswerBody,
  entry: DecisionEntry,
  customerId: string,
  id: string,
  catalogue: Catalogue,
) => {
  const decision = decisionId(entry);
  const textField = text === undefined ? {} : { text };
  if (score === undefined && word === undefined) {
    const channel = entry.channel === undefined ? {} : { channel: entry.channel };
    return { type: 'message.replied', fields: { customerId, decision, ...channel, ...textField } };
  }
  const scale = asksOf(entry, catalogue)?.scale;
  return answerEvent(Object.entries(catalogue.events), {
    customerId,
    id,
    answers: decision,
    ...(score === undefined ? {} : { score, ...(scale === undefined ? {} : { scale }) }),
    ...(word === undefined ? {} : { word }),
    ...textField,
  });
};

export const actingHandlers = ({
  customers,
  intake,
  newId,
  running,
  stage,
}: ApiDeps): Pick<Handlers, 'listEventForms' | 'answerAs'> => ({
  listEventForms: async () => ({ items: eventForms((await running()).project.catalogue) }),

  answerAs: async ({ params: { customer }, body }, { did }) => {
    if (stage.isKept)
      throw new Refused(
        403,
        'The customers of this stage are real: nobody answers for them. Take a local world, or a stage that is not kept.',
      );
    const { catalogue } = (await running()).project;
    const person = await customers.load(customer);
    if (!person) throw noCustomer(customer);
    const entry = (await customers.timeline(person.ids)).find(
      (each): each is DecisionEntry =>
        each.kind === 'decision' &&
        each.outcome === 'sent' &&
        each.channel !== undefined &&
        isSendable(each.channel) &&
        ownValue(catalogue.moments, each.moment) !== undefined &&
        decisionId(each) === body.message,
    );
    if (!entry)
      throw notFound('message', body.message, 'Take one that went out to this customer, as their story has it.');
    const wrong = wrongWith(body, entry, catalogue);
    if (wrong !== undefined) throw new Refused(400, wrong);
    const event = eventOf(body, entry, person.state.id, newId(), catalogue);
    if (!event)
      throw new Refused(
        409,
        'No event of events.yaml has room for this answer: one has to declare `answers` and `scale` with `score`, or `word`.',
      );
    did({ given: { moment: entry.moment, event: event.type } });
    await intake.publish([{ type: event.type, detail: event.fields }]);
    return { says: `Answered as they would: ${event.type}.` };
  },
});
