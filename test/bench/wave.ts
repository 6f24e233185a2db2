import { createPace } from '../../functions/deliver/pace.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import { DAY, HOUR } from '../../language/catalogue/milliseconds.ts';
import { isSocial } from '../../language/catalogue/purpose.ts';
import { compileCatalogue } from '../../language/compile/catalogue.ts';
import { compileMachine } from '../../language/compile/machine.ts';
import { readFiles } from '../../language/read/read.ts';
import { openWorld } from '../../simulator/open-world.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';
import { takeTurns } from '../support/turns.ts';
import { benchFiles } from './bench-journey.ts';

/** A wave, and how much of it the provider takes. */
export interface Wave {
  /** In an hour, from nine in the morning. */
  people: number;
  /** Emails a second that the provider takes. */
  rate: number;
  /** Whether the stage knows that rate. */
  isPaced: boolean;
  purpose: Purpose;
}

export interface WaveResult {
  sent: number;
  /** Hours after the first sign-up at which the last one of all went out. */
  hours: number;
  /** How often the provider was asked, for each that it took; those it turned away included. */
  requests: number;
  /** Decided, and not sent. */
  dropped: number;
}

const START = Date.parse('2026-03-02T09:00:00Z');
const LONGEST = 15 * DAY;

const project = (purpose: Purpose) => {
  const files = benchFiles().map(({ path, text }) => ({
    path,
    // The nights are quiet, as they are for what can wait.
    text:
      isSocial(purpose) && path !== 'policy.yaml'
        ? text.replace('purpose: care', `purpose: ${purpose}`).replace('quietHours: ignore', 'topic: product-tips')
        : path.startsWith('journeys/')
          ? text.replace('purpose: care', `purpose: ${purpose}`)
          : text,
  }));
  const { definitions, problems } = readFiles(files);
  if (!definitions) throw new Error(problems.map(({ message }) => message).join('\n'));
  const catalogue = compileCatalogue(definitions, {});
  return { catalogue, machines: { bench: compileMachine(definitions.journeys.bench!, catalogue) } };
};

/** Lets so many people sign up in an hour, and a provider take no more than its rate, in virtual time. */
export const playWave = async ({ people, rate, isPaced, purpose }: Wave): Promise<WaveResult> => {
  const result: WaveResult = { sent: 0, hours: 0, requests: 0, dropped: 0 };
  // As SES counts: what was not used of a second is not kept for the next.
  let room = { until: START, left: 0 };
  const isTaken = (at: number): boolean => {
    const window = Math.max(1000, 1000 / rate);
    if (at >= room.until) room = { until: at + window, left: Math.max(1, Math.floor((rate * window) / 1000)) };
    return room.left-- > 0;
  };
  const world = openWorld(project(purpose), {
    now: START,
    storage: inMemory({ history: false }),
    channel: {
      send: async ({ moment }) => {
        if (moment !== 'note-1') return { result: 'accepted' };
        result.requests++;
        if (!isTaken(world.now)) return { result: 'busy' };
        result.sent++;
        result.hours = (world.now - START) / HOUR;
        return { result: 'accepted' };
      },
    },
    pace: (now) => {
      const pace = createPace({ takeTurn: takeTurns(), rates: isPaced ? { email: rate } : {}, now });
      return async (message) => (message.moment === 'note-1' ? pace(message) : undefined);
    },
    onEntry: (entry) => {
      if (entry.kind !== 'decision' || entry.moment !== 'note-1') return;
      if (entry.outcome !== 'held' && entry.outcome !== 'sent') result.dropped++;
    },
  });
  for (let one = 0; one < people; one++) {
    const time = START + Math.floor((one * HOUR) / people);
    await world.passUntil(time);
    await world.arrive({
      id: `e${one}`,
      source: 'bench',
      'detail-type': 'customer.signed_up',
      time: new Date(time).toISOString(),
      detail: { customerId: `c${one}`, email: `c${one}@example.com`, plan: 'solo' },
    });
  }
  // Until nobody waits for the first message any more.
  for (let next = world.next(); next !== undefined && next < START + LONGEST; next = world.next()) {
    if (result.sent + result.dropped >= people) break;
    await world.passUntil(next);
  }
  result.requests /= Math.max(1, result.sent);
  return result;
};
