import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import type { Step } from '../../../language/catalogue/definition.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { catalogueOf } from '../../language/compile/run.ts';
import { oneCustomer } from '../../support/customer.ts';
import { send } from '../../support/definitions.ts';

const DAYS = 86_400;

/** Asks every ten days, which is longer than any cap counts. */
const asking: Step[] = [
  {
    kind: 'repeat',
    id: 'ask',
    every: 10 * DAYS,
    atMost: 2,
    steps: [
      send('send-survey', 'survey'),
      {
        kind: 'listen',
        id: 'listen',
        on: ['feedback.received'],
        answers: { moment: 'survey', asks: 'nps' },
        within: 5 * DAYS,
        heard: [],
        silent: [],
      },
    ],
  },
];

describe('an answer that names the question of an earlier turn', () => {
  it.each([0, 1])('is heard by the listen of the last one (turn %s)', async (turn) => {
    const ada = oneCustomer(catalogueOf(asking));
    await ada.event('customer.signed_up');
    const visits: number[] = [];
    for (const [begins, answered] of [
      [0, true],
      [10, false],
    ] as const) {
      ada.clock.now += begins * DAY - (begins > 0 ? 5 * DAY : 0);
      expect(await ada.send(ada.at('onboarding', 'ask'))).toBe('again');
      const asks = ada.at('onboarding', 'send-survey');
      // It listens from the commit on that sent.
      expect(await ada.sent(asks)).toBe('later');
      visits.push(asks.visit);
      expect(await ada.send(ada.at('onboarding', 'listen'))).toBe('later');
      if (answered) {
        ada.clock.now += 5 * DAY;
        expect(await ada.send(ada.at('onboarding', 'listen'))).toBe('silent');
      }
    }
    ada.clock.now += DAY;
    const question = { enrolment: ada.enrolment('onboarding'), step: 'send-survey', visit: visits[turn] ?? 0 };
    await ada.event('feedback.received', { scale: 'nps', score: 9, answers: decisionId(question) });
    expect(ada.standing('onboarding')?.answer).toBe('heard');
  });
});
