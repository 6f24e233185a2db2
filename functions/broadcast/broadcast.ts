import { isAffected } from '../../core/customer/affected.ts';
import { shortId } from '../../core/customer/model/bound.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import { evaluate } from '../../language/expressions/condition.ts';
import { BROADCAST } from '../shared/source.ts';
import type { Broadcast, Broadcasts } from '../shared/stores/broadcasts.ts';
import { type AnswerDeps, goOnAnswering } from './answer-crowd.ts';
import type { BroadcastStep, Everyone, Steps, Tell, TimedEvent } from './ports.ts';

export interface BroadcastDeps extends AnswerDeps {
  broadcasts: Pick<Broadcasts, 'load' | 'advance'>;
  everyone: Everyone;
  /** Those who asked for a theme, without a look at anybody else; where nobody keeps that, everybody is asked. */
  whoAsked?: ((theme: string) => Everyone) | undefined;
  steps: Steps;
  tell: Tell;
  catalogue: Catalogue;
  now: () => number;
  /** Figures, for those who watch. */
  count?: (name: 'CustomersAsked' | 'CustomersTold', times: number) => void;
}

/** It comes before the step before it is kept: the queue brings it again. */
export class StepAhead extends Error {
  override name = 'StepAhead';
  constructor({ broadcast, step }: BroadcastStep, at: number) {
    super(`Step ${step} of the broadcast ${broadcast} came while it stands at ${at}. It comes again.`);
  }
}

/** Customers who are told in one step, as seconds of the pace, and who are asked in one at the most. */
const SECONDS = 5;
const MOST_ASKED = 4000;
/** Customers who are read at once. */
const LOOK = 200;

/**
 * One step of a broadcast: answers a crowd, or asks some customers whether it is about them, and tells those. A message of the queue goes only once
 * its step is kept, and the next one is sent before that: wherever this dies, one message of the step that stands is there. What
 * is done twice tells nobody twice, as intake knows the events by their ids.
 */
export const createBroadcast =
  (deps: BroadcastDeps) =>
  async (message: BroadcastStep): Promise<void> => {
    const { broadcasts, steps, catalogue, now } = deps;
    const broadcast = await broadcasts.load(message.broadcast);
    if (!broadcast || broadcast.over || broadcast.stopped !== undefined || message.step < broadcast.step) return;
    if (message.step > broadcast.step) throw new StepAhead(message, broadcast.step);
    if (broadcast.answers) return goOnAnswering(deps, broadcast, broadcast.answers);
    const type = ownValue(catalogue.events, broadcast.type);
    const step = broadcast.step + 1;
    if (!type?.everyone) {
      await broadcasts.advance(broadcast.step, { ...broadcast, step, over: { at: now(), why: 'retired' } });
      return;
    }
    const { perSecond } = type.everyone;
    const everyone = await whomToAsk(deps, broadcast, type);
    const { asked, affected, after, isLast } = await ask(
      { ...deps, everyone },
      broadcast,
      type,
      Math.max(1, Math.floor(perSecond * SECONDS)),
    );
    await deps.tell(affected.map((customer, place) => toldOf(broadcast, customer, Math.floor(place / perSecond))));
    // As long as those take who were told.
    if (!isLast) await steps.send({ ...message, step }, Math.ceil(affected.length / perSecond));
    const next: Broadcast = {
      ...broadcast,
      step,
      about: broadcast.about ?? (await everyone.count()),
      ...(after !== undefined && { after }),
      asked: broadcast.asked + asked,
      told: broadcast.told + affected.length,
      ...(isLast && { over: { at: now(), why: 'asked' } }),
    };
    if (!(await broadcasts.advance(broadcast.step, next))) return;
    deps.count?.('CustomersAsked', asked);
    deps.count?.('CustomersTold', affected.length);
  };

/** Of an event about a theme, those who asked for that. */
const whomToAsk = async (
  { everyone, whoAsked }: BroadcastDeps,
  { fields, at }: Broadcast,
  { theme }: EventType,
): Promise<Everyone> => {
  const about = theme === undefined ? undefined : await evaluate(theme, { ...fields, at });
  return about === undefined || !whoAsked ? everyone : whoAsked(shortId(String(about)));
};

interface Page {
  asked: number;
  affected: string[];
  after: string | undefined;
  isLast: boolean;
}

/** Asks on from where the broadcast stands, until so many are affected or enough were asked. */
const ask = async (
  { everyone, catalogue, now }: BroadcastDeps,
  broadcast: Broadcast,
  type: EventType,
  room: number,
): Promise<Page> => {
  const page: Page = { asked: 0, affected: [], after: broadcast.after, isLast: false };
  const isAbout = (state: CustomerState) => isAffected(state, type, broadcast, now(), catalogue);
  for (;;) {
    // Of those who are read and not asked any more this time, few are read again.
    const { states, next } = await everyone.page(page.after, Math.min(LOOK, 2 * (room - page.affected.length) + 10));
    for (const state of states) {
      if (page.affected.length >= room || page.asked >= MOST_ASKED) return page;
      if (await isAbout(state)) page.affected.push(state.id);
      page.asked++;
      page.after = state.id;
    }
    if (next === undefined) return { ...page, isLast: true };
    page.after = next;
  }
};

/** The same event whenever it is told: a repeat is known by its id. */
const toldOf = ({ id, type, at, detail }: Broadcast, customer: string, seconds: number): TimedEvent => ({
  envelope: {
    id: `${id}#${customer}`,
    source: BROADCAST,
    'detail-type': type,
    time: at,
    detail,
    addressed: { customer, broadcast: id },
  },
  seconds,
});
