import type { OutgoingEvent } from '../../functions/relay/ports.ts';
import { OURS } from '../../functions/shared/source.ts';
import { HOUR } from '../../language/catalogue/milliseconds.ts';
import type { Agenda } from './agenda.ts';
import type { Begin } from './begin.ts';
import { type Run, runIntake, type Underneath } from './functions.ts';
import { type Life, nextRing } from './life.ts';
import { wordAbout } from './reactions.ts';
import type { RawEvent } from './traffic.ts';

interface BusDeps {
  agenda: Agenda;
  begin: Begin;
  underneath: (life: Life) => Underneath;
}

const SOON = 3 * 24 * HOUR;

/** The bus and the intake queue: events come once, twice, hours later, and when it suits least. */
export const createBus = ({ agenda, begin, underneath }: BusDeps) => {
  /** Puts an event on the bus, perhaps more than once. */
  const publish = (life: Life, at: number, event: RawEvent, bad?: string): void => {
    life.watch.published(event, bad);
    const gone = () => void life.coming.splice(life.coming.indexOf(one), 1);
    const arrive = () => {
      const ring = nextRing(life, agenda.now);
      const isNear = ring - agenda.now < SOON;
      const near = isNear && life.luck.strikes(0.2, `event ${event.id}: just when a timer comes`);
      // What comes at the very moment when somebody goes on by themselves is what races with it.
      if (near) agenda.at(ring + life.luck.draw.between(-400, 800), () => deliver(life, event));
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

  /** An event about everyone that is one of theirs now: it was never on a bus. */
  const tell = (life: Life, event: RawEvent, seconds: number): void => {
    life.watch.broadcastDelivered(event);
    agenda.after(seconds * 1000 + life.luck.latency('tell'), () => deliver(life, event));
    if (life.luck.strikes(0.04, `event ${event.id}: twice`))
      agenda.after(life.luck.draw.between(0, 2) * HOUR, () => deliver(life, event));
  };

  /** Lets the next event of the coming days come just now, while a run is at a task. */
  const hurry = (life: Life, likely: number): void => {
    if (life.coming.length === 0) return;
    const next = life.coming.reduce((one, two) => (two.at < one.at ? two : one));
    if (next.at - agenda.now > SOON) return;
    if (life.luck.strikes(likely, 'an event: just when a run is at a task')) next.now();
  };

  const deliver = (life: Life, event: RawEvent, failed = 0): void => {
    if (failed === 0)
      life.trace(`event ${event.id} ${event['detail-type']} ${event.time} ${JSON.stringify(event.detail)}`);
    begin(
      life,
      'intake',
      (run) => runIntake(run as Run & { event: RawEvent }, underneath(life)),
      (settled) => {
        if (settled.ok) return life.watch.intakeAnswered(event, String(settled.value));
        life.busy++;
        const soon = life.luck.draw.happens(0.5) ? 1000 : 60_000;
        agenda.after(Math.min(HOUR, soon * 2 ** failed), () => {
          life.busy--;
          deliver(life, event, failed + 1);
        });
      },
      { event },
    );
  };

  const publishOurs = (life: Life, events: OutgoingEvent[]): void => {
    for (const outgoing of events) {
      const { id: key, type, at, detail } = outgoing;
      life.watch.gave({ id: key, type, detail });
      // The bus gives each entry an id of its own, also where it is one more of the same.
      const id = `o-${life.id}-${++life.published}`;
      const event: RawEvent = { id, source: OURS, 'detail-type': type, time: at, detail };
      agenda.after(life.luck.latency('publish'), () => deliver(life, event));
      const word = wordAbout(outgoing, life, agenda.now);
      if (word) publish(life, word.at, word.event);
    }
  };

  return { publish, publishOurs, tell, hurry };
};
