import { EventRejected } from '../../functions/intake/envelope.ts';
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

/** The reason by which intake refused an event for good; undefined where it failed for another. */
const rejectionOf = (cause: unknown): string | undefined =>
  cause instanceof EventRejected ? `rejected:${cause.reason}` : undefined;

/** The bus and the intake queue: events come once, twice, hours later, and when it suits least. */
export const createBus = ({ agenda, begin, services }: BusDeps) => {
  /** Puts an event on the bus, perhaps more than once. */
  const publish = (life: Life, at: number, event: RawEvent, bad?: string): void => {
    life.watch.published(event, bad);
    const gone = () => void life.coming.splice(life.coming.indexOf(one), 1);
    const arrive = () => {
      const timer = Math.min(...life.timers.values());
      const near = timer - agenda.now < 3 * 24 * HOUR && life.luck.draw.happens(0.2);
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
    if (life.coming.length === 0 || !life.luck.draw.happens(likely)) return;
    const next = life.coming.reduce((one, two) => (two.at < one.at ? two : one));
    if (next.at - agenda.now < 3 * 24 * HOUR) next.now();
  };

  const deliver = (life: Life, event: RawEvent): void => {
    life.trace(`event ${event.id} ${event['detail-type']} ${event.time} ${JSON.stringify(event.detail)}`);
    begin(
      life,
      'intake',
      (run) => runIntake(run as Run & { event: RawEvent }, services),
      (settled) => {
        const answer = settled.ok ? (settled.value as { status: string }).status : rejectionOf(settled.cause);
        if (answer) return life.watch.taken(event, answer);
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
    for (const { id, type, at, detail } of events) {
      life.watch.gave({ id, type, detail });
      const event: RawEvent = { id, source: OURS, 'detail-type': type, time: at, detail };
      agenda.after(life.luck.latency(), () => deliver(life, event));
    }
  };

  return { publish, deliver, publishOurs, hurry };
};
