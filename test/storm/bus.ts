import { OURS } from '../../functions/intake/intake.ts';
import type { OutgoingEvent } from '../../functions/relay/ports.ts';
import type { Agenda } from './agenda.ts';
import type { Begin } from './begin.ts';
import { type Run, runIntake, type Services } from './functions.ts';
import type { Life } from './life.ts';
import type { RawEvent } from './traffic.ts';

interface BusDeps {
  agenda: Agenda;
  begin: Begin;
  services: Services;
}

const HOUR = 3_600_000;

/** The bus and the intake queue: events come once, twice, hours later, and when it suits least. */
export const createBus = ({ agenda, begin, services }: BusDeps) => {
  /** Puts an event on the bus, perhaps more than once. */
  const publish = (life: Life, at: number, event: RawEvent, bad?: string): void => {
    life.watch.published(event, bad);
    const gone = () => void life.coming.splice(life.coming.indexOf(one), 1);
    const arrive = () => {
      const timer = Math.min(...life.timers.values());
      const isNear = timer - agenda.now < 3 * 24 * HOUR;
      const near = isNear && life.luck.strikes(0.2, `event ${event.id}: just when a machine goes on`);
      // What comes at the very moment when a machine goes on by itself is what races with it.
      if (near) agenda.at(timer + life.luck.draw.between(-400, 200), () => deliver(life, event));
      else deliver(life, event);
      const twice = life.luck.strikes(0.04, `event ${event.id}: twice`);
      if (twice) agenda.after(life.luck.draw.between(0, 500), () => deliver(life, event));
      const again = life.luck.strikes(0.03, `event ${event.id}: again, hours later`);
      if (again) agenda.after(life.luck.draw.between(0.1, 60) * HOUR, () => deliver(life, event));
    };
    const cancel = agenda.at(at, () => {
      gone();
      arrive();
    });
    const one = {
      at,
      now: () => {
        cancel();
        gone();
        agenda.after(life.luck.draw.between(0, 120), () => {
          if (Date.parse(event.time) > agenda.now) event.time = new Date(agenda.now).toISOString();
          arrive();
        });
      },
    };
    life.coming.push(one);
  };

  /** Lets the next event of the coming days come just now, while a machine is at a task. */
  const hurry = (life: Life, likely: number): void => {
    if (life.coming.length === 0) return;
    const next = life.coming.reduce((one, two) => (two.at < one.at ? two : one));
    if (next.at - agenda.now > 3 * 24 * HOUR) return;
    if (life.luck.strikes(likely, 'an event: just when a machine is at a task')) next.now();
  };

  const deliver = (life: Life, event: RawEvent): void => {
    life.trace(`event ${event.id} ${event['detail-type']} ${event.time} ${JSON.stringify(event.detail)}`);
    begin(
      life,
      'intake',
      (run) => runIntake(run as Run & { event: RawEvent }, services),
      (settled) => {
        if (settled.ok) return life.watch.taken(event, String(settled.value));
        life.busy++;
        const at = life.luck.draw.happens(0.5) ? 1000 : 180_000;
        agenda.after(at, () => {
          life.busy--;
          deliver(life, event);
        });
      },
      { event },
    );
  };

  const publishOurs = (life: Life, events: OutgoingEvent[]): void => {
    for (const { id: key, type, at, detail } of events) {
      life.watch.gave({ id: key, type, detail });
      // The bus gives each entry an id of its own, also where it is one more of the same.
      const id = `o-${life.id}-${++life.published}`;
      const event: RawEvent = { id, source: OURS, 'detail-type': type, time: at, detail };
      agenda.after(life.luck.latency('publish'), () => deliver(life, event));
    }
  };

  return { publish, deliver, publishOurs, hurry };
};
