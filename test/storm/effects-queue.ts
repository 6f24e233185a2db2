import type { Effect } from '../../core/customer/model/effect.ts';
import type { TokenStore } from '../../functions/advance/tokens.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import type { Agenda } from './agenda.ts';
import type { Begin } from './begin.ts';
import { effectsOf } from './functions.ts';
import type { Life } from './life.ts';
import type { StateMachines } from './machines.ts';

interface EffectsQueueDeps {
  agenda: Agenda;
  begin: Begin;
  machines: StateMachines;
  tokens: TokenStore;
  load: CustomerStore['load'];
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The effects queue: in no order, more than once, and back after a minute when it failed. */
export const createEffectsQueue = ({ agenda, begin, machines, tokens, load }: EffectsQueueDeps) => {
  const enqueue = (life: Life, effect: Effect): void => {
    const { luck } = life;
    const wait = luck.strikes(0.02, `effect ${effect.type}: waits`)
      ? luck.draw.between(1, 30) * MINUTE
      : luck.latency(`effect ${effect.type}`);
    receive(life, effect, wait, 1);
    if (luck.strikes(0.03, `effect ${effect.type}: twice`))
      receive(life, effect, luck.latency(`effect ${effect.type}`), 1);
    if (luck.strikes(0.03, `effect ${effect.type}: again, hours later`)) {
      agenda.after(luck.draw.between(0.1, 60) * HOUR, () => receive(life, effect, 0, 1));
    }
  };

  const receive = (life: Life, effect: Effect, wait: number, receives: number): void => {
    life.busy++;
    agenda.after(wait, () => {
      life.busy--;
      begin(
        life,
        'effects',
        ({ invocation }) => effectsOf(invocation, { machines: machines.portFor(life), tokens, load })(effect),
        (settled) => {
          if (settled.ok) return;
          if (receives < 300) receive(life, effect, MINUTE, receives + 1);
          else life.watch.dead(effect);
        },
      );
    });
  };

  return { enqueue };
};
