import { HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';
import type { Agenda } from './agenda.ts';
import type { Begin } from './begin.ts';
import { servicesOf, type Underneath } from './functions.ts';
import type { Life, StreamRecord } from './life.ts';

interface StreamDeps {
  agenda: Agenda;
  begin: Begin;
  underneath: (life: Life) => Underneath;
  /** A commit that nobody ever carries on. */
  lost: (record: StreamRecord) => void;
}

/** As deployed: what could not be carried on for so long goes to the bucket, to be redriven by an operator. */
const OLDEST = 12 * HOUR;

/** The table's stream: in order for a customer, in batches, again from where it failed; what it gives up is redriven, or lost. */
export const createStream = ({ agenda, begin, underneath, lost }: StreamDeps) => {
  const failures = new Map<Life, number>();

  const relaySoon = (life: Life): void => {
    if (life.relaying || life.stream.length === 0) return;
    life.relaying = true;
    const failed = failures.get(life) ?? 0;
    const { luck } = life;
    const pause = failed === 0 ? 0 : luck.draw.between(0, Math.min(10 * MINUTE, 500 * 2 ** failed));
    const lag = luck.strikes(0.02, 'stream: lags') ? luck.draw.between(1, 20) * MINUTE : luck.latency('stream');
    agenda.after(pause + lag, () => relayBatch(life, life.stream.slice(0, 10)));
  };

  const relayBatch = (life: Life, batch: StreamRecord[], redriven = false): void => {
    let done = 0;
    begin(
      life,
      'relay',
      async (run) => {
        const { relay } = servicesOf(run, underneath(life));
        for (const record of batch) {
          await relay(record);
          done++;
        }
      },
      (settled) => {
        if (redriven) return settled.ok ? undefined : redrive(life, batch, 30 * MINUTE);
        life.relaying = false;
        failures.set(life, settled.ok ? 0 : (failures.get(life) ?? 0) + 1);
        const again = settled.ok && life.luck.strikes(0.02, 'stream: the batch comes again');
        const reported = !settled.ok && settled.error !== 'Lambda.Unknown' && settled.error !== 'Sandbox.Timedout';
        const count = settled.ok && !again ? batch.length : reported ? done : 0;
        life.stream.splice(0, count);
        if (!settled.ok) giveUp(life, batch.slice(count));
        const later = settled.ok && life.luck.strikes(0.02, 'stream: the batch comes again, hours later');
        if (later) agenda.after(life.luck.draw.between(0.1, 60) * HOUR, () => relayBatch(life, batch, true));
        relaySoon(life);
      },
    );
  };

  /** What is too old, or bad luck: to the bucket. An operator redrives it, or nobody ever does. */
  const giveUp = (life: Life, left: StreamRecord[]): void => {
    const tooOld = left.filter(({ at }) => agenda.now - at > OLDEST);
    const isUnlucky = life.luck.strikes(0.05, 'stream: gives up');
    const records = isUnlucky ? left : tooOld;
    if (records.length === 0) return;
    life.stream.splice(0, records.length);
    if (life.luck.strikes(0.1, 'stream: what was given up is lost for ever'))
      for (const one of records) {
        life.watch.lostCommit(one);
        lost(one);
      }
    else redrive(life, records, life.luck.draw.between(0.1, 20) * HOUR);
  };

  const redrive = (life: Life, batch: StreamRecord[], after: number): void => {
    life.busy++;
    agenda.after(after, () => {
      life.busy--;
      relayBatch(life, batch, true);
    });
  };

  return { relaySoon };
};
