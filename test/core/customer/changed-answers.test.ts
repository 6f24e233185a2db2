import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { asTold } from '../../../core/customer/model/as-told.ts';
import { factsOf } from '../../../core/customer/model/facts.ts';
import type { Evident } from '../../../core/customer/model/incoming.ts';
import { explain } from '../../../core/explain/explain.ts';
import { score } from '../../../core/sentiment/mood.ts';
import { surveyValue } from '../../../core/sentiment/survey.ts';
import type { Step } from '../../../language/catalogue/definition.ts';
import { OF_THE_CUSTOMERS } from '../../../language/catalogue/known-events.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';
import { days, definitions, onboarding, send } from '../../support/definitions.ts';

const answer = { moment: 'survey', asks: 'nps' as const };
const hears = (id: string): Step => ({
  kind: 'listen',
  id,
  on: ['feedback.received'],
  answers: answer,
  where: 'heard.score >= 0',
  within: 20 * days,
  heard: [],
  silent: [],
});
const asks = send('send-survey', 'survey');
const steps: Step[] = [hears('listen'), hears('listen-again'), send('thank', 'thank-you')];
const wait: Step = { kind: 'wait', id: 'wait', seconds: days };

const journeys = {
  detractors: {
    ...onboarding,
    id: 'detractors',
    enter: { on: ['feedback.received'], when: 'event.score < 7', again: 'always' as const },
    steps: [send('thank', 'thank-you')],
  },
};

/** Somebody who was asked from 0 to 10, and answers the message that asked; whose journey listens from then on, or a day later. */
const whoWasAsked = async (listens = true) => {
  const events = { ...definitions.events, ...OF_THE_CUSTOMERS };
  const path = { ...onboarding, steps: [asks, ...(listens ? [] : [wait]), ...steps] };
  const catalogue = compileCatalogue({ ...definitions, events, journeys: { ...journeys, onboarding: path } });
  const ada = oneCustomer(catalogue);
  await ada.event('customer.signed_up');
  expect(await ada.sent(ada.at('onboarding', 'send-survey'))).toBe('later');
  const answers = decisionId({ enrolment: ada.enrolment('onboarding'), step: 'send-survey', visit: 1 });
  const answered = (nps: number, words: Evident[] = [], at = ada.clock.now) => {
    ada.clock.now = Math.max(ada.clock.now, at);
    const rating = { value: surveyValue('nps', nps), weight: 1, because: `said ${nps}`, of: 'score' as const };
    return ada.event(
      'feedback.received',
      { scale: 'nps', score: nps, answers },
      { signals: [rating, ...words], at: new Date(at).toISOString() },
    );
  };
  const policy = catalogue.policy.mood;
  const moodNow = async () => score((await ada.state()).mood, ada.clock.now, policy);
  const facts = async () => factsOf(await ada.state(), ada.clock.now, catalogue);
  const entered = (id: string) => ada.journal.filter((one) => one.kind === 'entered' && one.journey === id).length;
  return { ada, answered, moodNow, facts, entered, catalogue };
};

describe('an answer that is changed', () => {
  it('is the fact, and tells of mood what it would have told alone', async () => {
    const changed = await whoWasAsked();
    await changed.answered(0, [{ value: -0.8, weight: 0.7, because: 'terrible', of: 'text' }]);
    changed.ada.clock.now += 2 * HOUR;
    await changed.answered(8);
    const straight = await whoWasAsked();
    straight.ada.clock.now += 2 * HOUR;
    await straight.answered(8);
    expect(await changed.moodNow()).toBeCloseTo(await straight.moodNow(), 6);
    expect(await changed.facts()).toMatchObject({ nps: 8, mood: 'neutral' });
    const [{ mood, evidence }, alone] = [await changed.ada.state(), await straight.ada.state()];
    expect(evidence.map(asTold)).toEqual(alone.evidence.map(asTold));
    expect(mood.quietUntil).toBe(alone.mood.quietUntil);
    expect(mood.negativeUntil).toBeLessThanOrEqual(changed.ada.clock.now);
  });

  it('takes nothing back that its customer has taken back already', async () => {
    const words = { value: -0.8, weight: 0.7, because: 'killer', of: 'text' as const };
    const changed = await whoWasAsked();
    await changed.answered(2, [words]);
    const piece = (await changed.ada.state()).evidence.find(({ because }) => because === 'killer');
    await changed.ada.event('customer.evidence_disputed', { evidence: piece?.id });
    changed.ada.clock.now += 2 * HOUR;
    await changed.answered(8);
    const straight = await whoWasAsked();
    straight.ada.clock.now += 2 * HOUR;
    await straight.answered(8);
    expect(await changed.moodNow()).toBeCloseTo(await straight.moodNow(), 6);
  });

  it('takes back its words too, as one sign with its score', async () => {
    const { ada, answered } = await whoWasAsked();
    await answered(2, [{ value: 0, weight: 0.7, because: 'so so', of: 'text' }]);
    ada.clock.now += HOUR;
    await answered(2);
    const signals = ada.journal.flatMap((one) => (one.kind === 'signal' ? [one] : []));
    expect(signals.map(({ weight }) => weight)).toEqual([1, expect.closeTo(0.7, 6), expect.closeTo(-1.7, 6), 1]);
    expect((await ada.state()).evidence).toHaveLength(1);
    const sum = signals.slice(0, 3).reduce((total, { value, weight }) => total + value * weight, 0);
    expect(sum).toBeCloseTo(0, 9);
  });

  it('can be changed back, as often as somebody likes', async () => {
    const { ada, answered, moodNow, facts } = await whoWasAsked();
    for (const nps of [9, 2, 9, 2, 9]) {
      ada.clock.now += 1000;
      await answered(nps);
    }
    expect(await facts()).toMatchObject({ nps: 9 });
    expect((await ada.state()).evidence).toHaveLength(1);
    expect(await moodNow()).toBeCloseTo(0.6 / 1.5, 4);
  });

  it('leaves alone what others said in between', async () => {
    const { ada, answered, moodNow } = await whoWasAsked();
    await answered(0);
    const other = { value: -0.9, weight: 1, because: 'awful', of: 'text' as const };
    ada.clock.now += HOUR;
    await ada.event('customer.signed_up', {}, { signals: [other] });
    ada.clock.now += HOUR;
    await answered(7);
    const { mood, evidence } = await ada.state();
    expect(evidence.map(({ value }) => value)).toEqual([-0.9, 0]);
    expect(mood.quietUntil).toBe(ada.clock.now - HOUR + 3 * DAY);
    expect(await moodNow()).toBeLessThan(0);
  });

  it('restores the quiet that the answer before had ended', async () => {
    const { ada, answered } = await whoWasAsked();
    const loud = { value: -0.9, weight: 0.3, because: 'awful', of: 'text' as const };
    await ada.event('customer.signed_up', {}, { signals: [loud] });
    const quietUntil = (await ada.state()).mood.quietUntil;
    ada.clock.now += HOUR;
    await answered(10);
    expect((await ada.state()).mood.quietUntil).toBeLessThanOrEqual(ada.clock.now);
    ada.clock.now += HOUR;
    await answered(7);
    expect((await ada.state()).mood.quietUntil).toBe(quietUntil);
  });

  it('is heard once: the journey went on by the first', async () => {
    const { ada, answered } = await whoWasAsked();
    await answered(3);
    expect(ada.standing('onboarding')).toMatchObject({ at: 'listen-again', heard: { score: 3 } });
    ada.clock.now += HOUR;
    await answered(9);
    expect(ada.standing('onboarding')?.answer).toBeUndefined();
    expect(ada.standing('onboarding')?.took).toHaveLength(1);
  });

  it('is heard as it was changed by whoever listens later', async () => {
    const { ada, answered } = await whoWasAsked(false);
    await answered(3);
    ada.clock.now += HOUR;
    await answered(9);
    ada.clock.now += DAY;
    expect(await ada.send(ada.at('onboarding', 'listen'))).toBe('later');
    expect(ada.standing('onboarding')).toMatchObject({ at: 'listen-again', heard: { score: 9 } });
  });

  it('begins no journey twice, and one that the first did not begin', async () => {
    const first = await whoWasAsked();
    await first.answered(3);
    await first.ada.finish('detractors');
    first.ada.clock.now += HOUR;
    await first.answered(2);
    expect(first.entered('detractors')).toBe(1);
    const later = await whoWasAsked();
    await later.answered(9);
    later.ada.clock.now += HOUR;
    await later.answered(2);
    expect(later.entered('detractors')).toBe(1);
  });

  it('counts by when it was given: one that comes late and is older changes nothing', async () => {
    const { ada, answered, facts, moodNow, entered } = await whoWasAsked();
    ada.clock.now += 2 * HOUR;
    await answered(9);
    const [mood, at] = [await moodNow(), ada.clock.now];
    await answered(1, [], at - HOUR);
    expect(await facts()).toMatchObject({ nps: 9 });
    expect(await moodNow()).toBe(mood);
    expect(entered('detractors')).toBe(0);
  });

  it('is explained by what counts at the time', async () => {
    const { ada, answered, catalogue } = await whoWasAsked();
    await answered(0);
    ada.clock.now += HOUR;
    await answered(8);
    const explanation = explain({ customer: 'ada', timeline: ada.journal, state: await ada.state() }, catalogue, {
      zone: 'UTC',
      at: ada.clock.now,
    });
    expect(explanation.situation?.mood).toMatchObject({ word: 'neutral' });
    expect(ada.journal.filter((one) => one.kind === 'signal').map(({ weight }) => weight)).toEqual([1, -1, 1]);
  });
});
