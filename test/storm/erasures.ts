import { follow } from '../../functions/shared/stores/follow.ts';
import { DAY, MINUTE } from '../../language/catalogue/milliseconds.ts';
import { chance } from '../../simulator/quarter/random.ts';
import type { Agenda } from './agenda.ts';
import type { Begin } from './begin.ts';
import { servicesOf, type Underneath } from './functions.ts';
import type { Life } from './life.ts';

/** Operators erase one customer in eight, at any moment; whoever is told of later comes back as somebody new. */
export const createErasures = ({
  agenda,
  begin,
  underneath,
}: {
  agenda: Agenda;
  begin: Begin;
  underneath: (life: Life) => Underneath;
}) => {
  const erase = (life: Life): void =>
    begin(
      life,
      'operate',
      (run) => servicesOf(run, underneath(life)).change(life.id, { kind: 'erase' }),
      (settled) => {
        // A mark that is still there on another day was lost on its way: the operator asks again.
        if (settled.ok) agenda.after(2 * DAY, () => askAgain(life));
        else agenda.after(5 * MINUTE, () => erase(life));
      },
    );

  const askAgain = async (life: Life): Promise<void> => {
    const { state } = await follow(underneath(life).store.load, life.id);
    if (state?.erased !== undefined) erase(life);
  };

  return {
    plan: (life: Life, seed: number, start: number, days: number): void => {
      const c = chance(seed * 86_028_121 + life.index * 15_485_867 + 5);
      if (!c.happens(0.125)) return;
      const last = life.traffic.at(-1)?.at ?? start;
      const at = c.happens(0.5) ? c.between(start, start + days * DAY) : last - c.between(0, 2) * MINUTE;
      if (life.luck.strikes(1, 'erased')) agenda.at(at, () => erase(life));
    },
  };
};
