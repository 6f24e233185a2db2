import type { Outgoing } from '../../functions/effects/queue.ts';
import type { Schedules } from '../../functions/effects/schedules.ts';
import { type EffectMessage, FORMAT, type Schedule, type Timer } from '../../functions/effects/schema.ts';
import { DAY, HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';
import type { Agenda } from './agenda.ts';
import type { Begin } from './begin.ts';
import { servicesOf, type Underneath } from './functions.ts';
import type { Flying, Life } from './life.ts';

interface QueuesDeps {
  agenda: Agenda;
  begin: Begin;
  underneath: (life: Life) => Underneath;
}

/** As SQS has it. */
const LONGEST_DELAY = 15 * MINUTE;
const RETENTION = 14 * DAY;
/** How long a message that is being handled is not seen, as deployed. */
const VISIBLE = 3 * MINUTE;
/** How long EventBridge Scheduler tries to deliver. */
const SCHEDULER_TRIES = DAY;

/** How a schedule is known: each repeat of a timer is one of its own. */
const keyOf = ({ enrolment, timer, due, again }: Timer) => `${enrolment}/${timer}/${due}/${again}`;

/** What lies with Scheduler: since when, and how it is taken back. */
interface Scheduled {
  customer: string;
  madeAt: number;
  cancel: () => void;
}

/** The effects queues and Scheduler: in no order, more than once, late, and now and then lost for ever. */
export const createQueues = ({ agenda, begin, underneath }: QueuesDeps) => {
  const schedules = new Map<Life, Map<string, Scheduled>>();

  const lose = (life: Life, { enrolment, timer, due }: Flying): void => life.watch.lost({ enrolment, timer, due });

  const timerOf = (message: EffectMessage): Timer | undefined =>
    message.type === 'timer' ? message : message.type === 'schedule' ? message.timer : undefined;

  /** What the oracle knows of a message; of one that is no timer nothing. */
  const flyingOf = (message: EffectMessage, isLate: boolean): Flying | undefined => {
    const timer = timerOf(message);
    return timer && { enrolment: timer.enrolment, timer: timer.timer, due: timer.due, at: 0, isLate };
  };

  const send = (life: Life, outgoing: Outgoing[], now: number): void => {
    for (const { message, at } of outgoing) {
      const delay = Math.max(0, Math.ceil((at - now) / 1000)) * 1000;
      if (message.type === 'timer' && delay > LONGEST_DELAY)
        enqueue(life, { type: 'schedule', format: FORMAT, at, timer: message }, 0);
      else enqueue(life, message, Math.min(delay, LONGEST_DELAY));
    }
  };

  const enqueue = (life: Life, message: EffectMessage, delay: number): void => {
    const { luck } = life;
    const { type } = message;
    const isLate = luck.strikes(0.02, `message ${type}: waits`);
    const more = isLate ? luck.draw.between(1, 300) * MINUTE : luck.latency(`message ${type}`);
    const flying = flyingOf(message, isLate);
    const at = agenda.now + delay + more;
    if (flying && luck.strikes(0.003, `message ${type}: lost for ever`)) lose(life, flying);
    else receive(life, message, { at, flying, receives: 1, sentAt: agenda.now });
    if (luck.strikes(0.03, `message ${type}: twice`))
      receive(life, message, { at: agenda.now + delay + luck.latency('again'), receives: 1, sentAt: agenda.now });
    if (luck.strikes(0.03, `message ${type}: again, hours later`)) {
      const later = at + luck.draw.between(0.1, 60) * HOUR;
      receive(life, message, { at: later, receives: 1, sentAt: later });
    }
  };

  interface Received {
    at: number;
    flying?: Flying | undefined;
    receives: number;
    sentAt: number;
  }

  /** Handled knowingly wrong it is hidden for longer each time; after a crash it is seen again when its time is up. */
  const receive = (life: Life, message: EffectMessage, { at, flying, receives, sentAt }: Received): void => {
    const near = at - agenda.now < MINUTE;
    if (near) life.busy++;
    if (flying) {
      flying.at = at;
      life.flying.add(flying);
    }
    agenda.at(at, () => {
      if (near) life.busy--;
      const again = (after: number): void => {
        if (agenda.now + after - sentAt < RETENTION) {
          receive(life, message, { at: agenda.now + after, flying, receives: receives + 1, sentAt });
          return;
        }
        if (!flying) return;
        life.flying.delete(flying);
        lose(life, flying);
      };
      if (life.isOut('receive')) return again(5 * MINUTE);
      if (flying) flying.at = agenda.now + VISIBLE;
      begin(
        life,
        'effects',
        async (run) => {
          const [error] = await servicesOf(run, underneath(life)).effects([message]);
          if (error) throw error;
        },
        (settled) => {
          if (settled.ok) {
            if (flying) life.flying.delete(flying);
            return;
          }
          const isKnown = settled.error !== 'Lambda.Unknown' && settled.error !== 'Sandbox.Timedout';
          again(isKnown ? Math.min(HOUR, MINUTE * 2 ** Math.min(10, receives - 1)) : VISIBLE);
        },
      );
    });
  };

  const scheduled = (life: Life): Map<string, Scheduled> => {
    const ofLife = schedules.get(life) ?? new Map();
    schedules.set(life, ofLife);
    return ofLife;
  };

  const put = (life: Life, { timer, at }: Schedule): void => {
    const all = scheduled(life);
    const key = keyOf(timer);
    if (all.has(key)) return;
    const { luck } = life;
    // As Scheduler has it: for what is over none is made.
    if (at <= agenda.now) return;
    const isLate = luck.strikes(0.02, 'schedule: comes late');
    const more = isLate ? luck.draw.between(1, 600) * MINUTE : luck.latency('schedule');
    const flying: Flying = { ...timer, at: Math.ceil(at / 1000) * 1000 + more, isLate };
    life.flying.add(flying);
    let takeOff = (): void => {};
    const ring = (since: number): void => {
      if (life.isOut('ring')) {
        flying.at = agenda.now + 5 * MINUTE;
        if (flying.at - since < SCHEDULER_TRIES) {
          takeOff = agenda.at(flying.at, () => ring(since));
          return;
        }
        lose(life, flying);
      } else {
        if (luck.strikes(0.02, 'schedule: delivered twice')) enqueue(life, timer, 1000);
        enqueue(life, timer, 0);
      }
      life.flying.delete(flying);
      // It deletes itself, but not at once.
      if (luck.strikes(0.1, 'schedule: is still there')) agenda.after(MINUTE, () => all.delete(key));
      else all.delete(key);
    };
    takeOff = agenda.at(flying.at, () => ring(agenda.now));
    const cancel = (): void => {
      takeOff();
      life.flying.delete(flying);
    };
    all.set(key, { customer: timer.customer, madeAt: agenda.now, cancel });
  };

  const portFor = (life: Life): Schedules => ({
    put: async (schedule) => {
      if (!(await underneath(life).store.load(schedule.timer.customer))) life.watch.scheduledForNobody(schedule.timer);
      put(life, schedule);
    },
    wipe: async (of, before) => {
      const all = scheduled(life);
      for (const [key, { customer, madeAt, cancel }] of all) {
        if (customer !== of || madeAt >= before) continue;
        cancel();
        all.delete(key);
      }
    },
  });

  return {
    send,
    schedulesFor: portFor,
    scheduledOf: (life: Life, id: string): number =>
      [...scheduled(life).values()].filter(({ customer }) => customer === id).length,
  };
};
