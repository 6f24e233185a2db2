import { decisionId } from '../../core/customer/decision-id.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { RunStepOf } from '../../language/catalogue/step.ts';
import { journey, moment } from './catalogue.ts';
import { gesture, gestures, givenCustomer, givingCatalogue } from './gestures.ts';

/** Kinds that somebody may choose from; what they choose needs no word of another system. */
export const choices = (more: Parameters<typeof gesture>[0] = {}) => {
  const { confirmed: _, ...done } = gesture(more);
  return { credit: { ...done, cost: 700 }, points: { ...done, cost: 200 }, letter: { ...done, cost: 400 } };
};

/** For so long may be chosen, in milliseconds. */
export const ASKED_FOR = 3 * DAY;

/** A journey that asks what would help, and gives that. */
export const choosingCatalogue = (
  settings: Partial<Parameters<typeof gestures>[0]> = {},
  step: Partial<RunStepOf<'give'>> = {},
  kinds: string[] = ['credit', 'points', 'letter'],
) =>
  givingCatalogue(gestures({ kinds: choices(), ...settings }), undefined, {
    moments: { help: moment('help', { topic: 'tips', purpose: 'care', taps: true, gestures: kinds }) },
    journeys: {
      hello: journey('hello', 'start', {
        purpose: 'care',
        steps: {
          'send-help': { kind: 'send', moment: 'help', purpose: 'care' },
          give: { kind: 'give', chosen: 'help', within: ASKED_FOR / 1000, with: { ref: 'r1' }, ...step },
        },
      }),
    },
  });

/** A customer who is asked what would help, by the functions as they are deployed. */
export const choosingCustomer = (...parameters: Parameters<typeof givenCustomer>) => {
  const [all = choosingCatalogue(), more] = parameters;
  const one = givenCustomer(all, more);
  let choices = 0;
  return {
    ...one,
    /** Comes in, and is asked. */
    ask: async (id = 's') => {
      await one.event('start', {}, { id });
      return one.sent(one.at('hello', 'send-help'));
    },
    /** By the button of the message, or whatever stands in its place. */
    choose: (kind: string, more: Parameters<typeof one.event>[2] & { decision?: string } = {}) => {
      const { decision, ...event } = more;
      const sent = one.decisions().findLast(({ moment, outcome }) => moment === 'help' && outcome === 'sent');
      const fields = { decision: decision ?? (sent ? decisionId(sent) : 'help'), gesture: kind };
      return one.event('gesture.chosen', fields, { id: `c${++choices}`, ...event });
    },
    offers: () => one.standing('hello')?.offers,
  };
};
