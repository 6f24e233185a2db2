import type { Message } from '../../functions/deliver/channel.ts';
import type { OutgoingEvent } from '../../functions/relay/ports.ts';
import { CAPACITY } from '../../functions/shared/source.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';
import { UNREACHED_EVENT } from '../../language/catalogue/unreached.ts';
import type { Life } from './life.ts';
import { STOP, TEXTS } from './texts.ts';
import { FROM, type RawEvent } from './traffic.ts';

/** What a message brings back, if anything: feedback of the provider, a reply, an answer to its question. */
export const reactionTo = (
  message: Message,
  life: Life,
  now: number,
  { moments }: Catalogue,
): { at: number; event: RawEvent } | undefined => {
  const { id: decision, channel, customer: customerId, moment } = message;
  const draw = life.luck.about(`what ${decision} brings back`);
  const kind = draw.next();
  const event = (at: number, type: string, detail: Record<string, unknown>) => ({
    at,
    event: {
      id: `a-${life.id}-${++life.reactions}`,
      source: FROM[type] ?? 'storm',
      'detail-type': type,
      time: new Date(at).toISOString(),
      detail: { customerId, ...detail },
    },
  });
  const asks = moments[moment]?.asks;
  if (asks && asks !== 'open' && kind < 0.6) {
    const answers = draw.pick([moment, decision, decision, undefined]);
    const score = asks === 'nps' ? draw.whole(0, 10) : draw.whole(1, 5);
    const at = now + draw.pick([draw.between(100, 5000), draw.between(0, 9 * 24) * HOUR]);
    return event(at, 'feedback.received', { scale: asks, score, ...(answers ? { answers } : {}) });
  }
  const gestures = moments[moment]?.gestures;
  if (gestures && kind < 0.7) {
    const gesture = draw.pick([...gestures, ...gestures, 'person']);
    const at = now + draw.pick([draw.between(100, 5 * MINUTE), draw.between(0, 50) * HOUR]);
    return event(at, 'gesture.chosen', { decision: draw.pick([moment, decision]), gesture });
  }
  const soon = now + draw.between(100, 10 * MINUTE);
  if (kind < 0.7) return undefined;
  if (kind < 0.85) return event(soon, 'message.delivered', { decision, channel });
  if (kind < 0.91) return event(soon, 'message.bounced', { decision, channel });
  if (kind < 0.93) return event(soon, 'message.complained', { decision, channel });
  if (kind < 0.95) return event(soon, 'message.soft_bounced', { decision, channel });
  if (kind < 0.96) return event(soon, 'message.opted_out', { decision, channel });
  const text = channel === 'sms' ? draw.pick([...TEXTS, { text: STOP }]).text : draw.pick(TEXTS).text;
  return event(now + draw.between(0, 30) * HOUR, 'message.replied', { decision, channel, text });
};

const GIFTS = ['billing.credit_granted', 'loyalty.points_granted'];

/** A colleague finds that it was a mistake. */
const takenBack = ({ customerId, gesture }: OutgoingEvent['detail'], life: Life, now: number) => {
  const at = now + life.luck.about(`${gesture} is taken back`).between(0, 30) * HOUR;
  const detail = { customerId, gesture, by: 'eve' };
  const id = `w-${life.id}-${++life.reactions}`;
  const time = new Date(at).toISOString();
  const type = 'agent.gesture_reversed';
  return { at, event: { id, source: FROM[type] ?? 'storm', 'detail-type': type, time, detail } };
};

/** What billing and rewards say once they have done what an event of ours asks for: mostly at once, late, or never. */
export const wordAbout = (
  outgoing: OutgoingEvent,
  life: Life,
  now: number,
): { at: number; event: RawEvent } | undefined => {
  const { id, type, detail } = outgoing;
  if (type === 'agent.task_created') return wordOfWork(outgoing, life, now);
  const { customerId, failureId, reference, gesture } = detail;
  // Some say which gesture it is, and some only what it was for.
  const own = failureId === undefined && reference === undefined ? { gesture } : {};
  const word =
    type === 'billing.credit_granted'
      ? { 'detail-type': 'billing.credit_applied', detail: { customerId, failureId, ...own } }
      : { 'detail-type': 'loyalty.points_added', detail: { customerId, reference, ...own } };
  const draw = life.luck.about(`what is said of ${id}`);
  const kind = draw.next();
  if (type === 'gesture.given') return kind < 0.1 ? takenBack(detail, life, now) : undefined;
  if (!GIFTS.includes(type) || [failureId, reference, gesture].every((name) => name === undefined) || kind < 0.2)
    return undefined;
  const at = now + (kind < 0.8 ? draw.between(100, 5 * MINUTE) : draw.between(0.1, 4) * HOUR);
  const event = { id: `w-${life.id}-${++life.reactions}`, source: 'storm', time: new Date(at).toISOString(), ...word };
  return { at, event };
};

/** A look at what the team can do finds that it will not reach it. */
const notReached = ({ customerId, task, moment }: OutgoingEvent['detail'], life: Life, at: number) => {
  const customer = String(customerId);
  const id = `u-${life.id}-${++life.reactions}`;
  const time = new Date(at).toISOString();
  const detail = { customerId, task, moment };
  const addressed = { customer, broadcast: 'capacity' };
  return { at, event: { id, source: CAPACITY, 'detail-type': UNREACHED_EVENT, time, detail, addressed } };
};

/**
 * What is said of work: mostly that it is done, sooner or later, or that a colleague takes it, or will not do it; that it will not be
 * reached; or nothing.
 */
const wordOfWork = (
  { id, detail }: OutgoingEvent,
  life: Life,
  now: number,
): { at: number; event: RawEvent } | undefined => {
  const draw = life.luck.about(`what a colleague says of ${id}`);
  const kind = draw.next();
  if (kind < 0.15) return undefined;
  const type = kind < 0.7 ? 'agent.task_done' : kind < 0.85 ? 'agent.task_declined' : 'agent.task_taken';
  const { customerId, task, moment } = detail;
  const at =
    now + draw.pick([draw.between(0.1, 20) * HOUR, draw.between(20, 28) * HOUR, draw.between(1, 20) * 24 * HOUR]);
  if (kind < 0.3) return notReached(detail, life, at);
  const fields = { customerId, task: draw.happens(0.8) ? task : moment, by: 'bea' };
  const time = new Date(at).toISOString();
  return {
    at,
    event: { id: `k-${life.id}-${++life.reactions}`, source: 'storm', 'detail-type': type, time, detail: fields },
  };
};
