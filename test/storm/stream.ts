import type { Effect } from '../../core/customer/model/effect.ts';
import type { OutgoingEvent, Timeline } from '../../functions/relay/ports.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import type { Agenda } from './agenda.ts';
import type { Begin } from './begin.ts';
import { relayOf } from './functions.ts';
import type { Life } from './life.ts';

interface StreamDeps {
  agenda: Agenda;
  begin: Begin;
  timeline: Timeline;
  load: CustomerStore['load'];
  publish: (life: Life, events: OutgoingEvent[]) => void;
  enqueue: (life: Life, effect: Effect) => void;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The table's stream: in order for a customer, in batches, again from where it failed; what it gives up is redriven. */
export const createStream = ({ agenda, begin, timeline, load, publish, enqueue }: StreamDeps) => {
  /** A batch that failed is tried again a little later, with what has come since. */
  const relaySoon = (life: Life, failed = false): void => {
    if (life.relaying || life.stream.length === 0) return;
    life.relaying = true;
    const pause = failed ? life.luck.draw.pick([0, 0, life.luck.draw.between(1, 120) * 1000]) : 0;
    const lag = life.luck.strikes(0.02, 'stream: lags')
      ? life.luck.draw.between(1, 20) * MINUTE
      : life.luck.latency('stream');
    agenda.after(pause + lag, () => relayBatch(life, life.stream.slice(0, 10)));
  };

  const relayBatch = (life: Life, batch: Life['stream'], redriven = false): void => {
    let done = 0;
    begin(
      life,
      'relay',
      async ({ invocation }) => {
        const relay = relayOf(invocation, {
          timeline,
          load,
          publisher: { publish: async (events) => publish(life, events) },
          effects: { queue: async (effects) => effects.forEach((effect) => void enqueue(life, effect)) },
        });
        for (const record of batch) {
          await relay(record);
          done++;
        }
      },
      (settled) => {
        if (redriven) return settled.ok ? undefined : redrive(life, batch, MINUTE);
        life.relaying = false;
        const again = settled.ok && life.luck.strikes(0.02, 'stream: the batch comes again');
        const reported = !settled.ok && settled.error !== 'Lambda.Unknown' && settled.error !== 'Sandbox.Timedout';
        const gaveUp = !settled.ok && life.luck.strikes(0.05, 'stream: gives up, redriven hours later');
        const taken = settled.ok && !again ? batch.length : reported ? done : 0;
        life.stream.splice(0, gaveUp ? batch.length : taken);
        if (gaveUp) redrive(life, batch.slice(reported ? done : 0), life.luck.draw.between(0.1, 20) * HOUR);
        const later = settled.ok && life.luck.strikes(0.02, 'stream: the batch comes again, hours later');
        if (later) agenda.after(life.luck.draw.between(0.1, 60) * HOUR, () => relayBatch(life, batch, true));
        relaySoon(life, !settled.ok);
      },
    );
  };

  const redrive = (life: Life, batch: Life['stream'], after: number): void => {
    life.busy++;
    agenda.after(after, () => {
      life.busy--;
      relayBatch(life, batch, true);
    });
  };

  return { relaySoon };
};
