import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { factsOf } from '../../../core/customer/model/facts.ts';
import { readRating } from '../../../core/wish/read-rating.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import type { Step } from '../../../language/catalogue/definition.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';
import { days, definitions, onboarding, send } from '../../support/definitions.ts';

const steps: Step[] = [
  send('send-survey', 'survey'),
  {
    kind: 'listen',
    id: 'listen',
    on: ['feedback.received'],
    answers: { moment: 'survey', asks: 'nps' },
    where: 'heard.score >= 0',
    within: 5 * days,
    heard: [],
    silent: [],
  },
  send('thank', 'thank-you'),
];

const nothing = { kept: [], awaited: false };
const signals = [
  { score: 'score', scale: 'scale', weight: 1 },
  { text: 'text', weight: 0.7 },
];

/** Somebody who was asked on a scale from 0 to 10, and who replies. */
const whoWasAsked = async (more: Partial<EventType> = {}, journeys = ['onboarding']) => {
  const plain = compileCatalogue({
    ...definitions,
    journeys: Object.fromEntries(journeys.map((id) => [id, { ...onboarding, id, steps }])),
  });
  const feedback = plain.events['feedback.received'];
  if (!feedback) throw new Error('there is no feedback.received');
  const builtIn = Object.fromEntries(Object.entries(BUILT_IN).map(([name, type]) => [name, { ...type, ...nothing }]));
  const ada = oneCustomer({
    ...plain,
    events: { ...plain.events, ...builtIn, 'feedback.received': { ...feedback, signals, ...more } },
  });
  await ada.event('customer.signed_up');
  for (const journey of journeys) {
    expect(await ada.sent(ada.at(journey, 'send-survey'))).toBe('later');
    await ada.send(ada.at(journey, 'listen'));
    ada.clock.now += DAY;
  }
  const decision = decisionId({ enrolment: ada.enrolment('onboarding'), step: 'send-survey', visit: 1 });
  const reply = (text: string, fields: Record<string, unknown> = { decision }, id?: string) => {
    const rating = readRating(text);
    return ada.event(
      'message.replied',
      { channel: 'email', text, ...fields },
      { ...(rating && { rating }), ...(id && { id }) },
    );
  };
  const facts = async () => factsOf(await ada.state(), ada.clock.now, ada.published.catalogue);
  const scores = () =>
    ada.journal.filter((entry) => entry.kind === 'signal').map(({ event, value }) => `${event} ${value}`);
  return { ada, reply, decision, facts, scores };
};

describe('a reply that begins with a number', () => {
  it('answers the question that its decision asked, as an event of the project would', async () => {
    const { ada, reply, facts, scores, decision } = await whoWasAsked();
    await reply('9 - very good');
    expect(ada.standing('onboarding')).toMatchObject({ answer: 'heard', heard: { score: 9 } });
    expect(await facts()).toMatchObject({ nps: 9, npsDays: 0 });
    expect(scores()).toEqual(['feedback.received 0.6']);
    const [occurrence] = (await ada.state()).occurrences['feedback.received'] ?? [];
    expect(occurrence?.fields).toMatchObject({ scale: 'nps', answers: decision });
  });

  it('answers by text as it does by mail', async () => {
    const { ada, reply, facts, decision } = await whoWasAsked();
    await reply('nine', { channel: 'sms', decision });
    expect(ada.standing('onboarding')).toMatchObject({ answer: 'heard', heard: { score: 9 } });
    expect(await facts()).toMatchObject({ nps: 9, npsDays: 0 });
  });

  it.each(['11', '4/5', '3 or 4', '3 weeks and nothing', '1.3.2026', 'I say 9'])(
    'and is no answer: %s',
    async (text) => {
      const { ada, reply, facts } = await whoWasAsked();
      await reply(text);
      expect(ada.standing('onboarding')?.answer).toBeUndefined();
      expect(await facts()).not.toHaveProperty('nps');
    },
  );

  it('answers the one question that is open where it names no decision', async () => {
    const { ada, reply, facts, decision } = await whoWasAsked();
    await reply('9', {});
    expect(ada.standing('onboarding')).toMatchObject({ answer: 'heard', heard: { score: 9 } });
    expect(await facts()).toMatchObject({ nps: 9 });
    const [occurrence] = (await ada.state()).occurrences['feedback.received'] ?? [];
    expect(occurrence?.fields).toMatchObject({ answers: decision });
    await reply('3', {});
    expect(await facts()).toMatchObject({ nps: 9 });
  });

  it('answers nothing without a decision where it was written before we asked', async () => {
    const { ada, reply, facts } = await whoWasAsked();
    ada.clock.now -= 2 * DAY;
    await reply('9', {});
    expect(await facts()).not.toHaveProperty('nps');
  });

  it('answers nothing without a decision where two questions are open', async () => {
    const { reply, facts } = await whoWasAsked({}, ['onboarding', 'checking-in']);
    await reply('9', {});
    expect(await facts()).not.toHaveProperty('nps');
  });

  it('answers nothing where it names a decision that nobody knows', async () => {
    const { ada, reply, facts } = await whoWasAsked();
    await reply('9', { decision: 'other/send-survey/1' });
    expect(ada.standing('onboarding')?.answer).toBeUndefined();
    expect(await facts()).not.toHaveProperty('nps');
  });

  it('answers nothing where no event of the project has room for it', async () => {
    const { reply, facts } = await whoWasAsked({
      fields: { customerId: { type: 'text', optional: false, provenance: 'observed' } },
    });
    await reply('9');
    expect(await facts()).not.toHaveProperty('nps');
  });

  it('brings the words beside the number, and a key, where the event has room for them', async () => {
    const text = { type: 'text' as const, optional: false, provenance: 'stated' as const };
    const { ada, reply } = await whoWasAsked({
      id: 'responseId',
      fields: {
        customerId: text,
        responseId: text,
        answers: text,
        scale: text,
        score: { ...text, type: 'number' },
        text,
      },
      kept: ['responseId', 'text', 'score', 'answers', 'scale'],
    });
    await reply('9 - very good', undefined, 'r1');
    expect(ada.standing('onboarding')?.heard).toMatchObject({ responseId: 'r1#answer', text: 'very good' });
  });

  it('counts once, however often it comes', async () => {
    const { ada, reply, scores } = await whoWasAsked();
    await reply('2', undefined, 'r1');
    await reply('2', undefined, 'r1');
    ada.clock.now += 1000;
    await reply('2 - as I said', undefined, 'r2');
    expect(scores()).toHaveLength(1);
  });

  it('changes the fact where it changes the mind; the journey has heard the first', async () => {
    const { ada, reply, facts, scores } = await whoWasAsked();
    await reply('2');
    ada.clock.now += 1000;
    await reply('9');
    expect(ada.standing('onboarding')).toMatchObject({ answer: 'heard', heard: { score: 2 } });
    expect(await facts()).toMatchObject({ nps: 9 });
    expect(scores().at(-1)).toBe('feedback.received 0.6');
    expect((await ada.state()).evidence).toHaveLength(1);
  });
});
