import { timersIn } from '../../core/customer/standing.ts';
import type { Overdue } from '../../functions/effects/effects.ts';
import { FORMAT } from '../../functions/effects/schema.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import type { Agenda } from './agenda.ts';
import type { Underneath } from './functions.ts';
import type { Life } from './life.ts';

const EVERY = 6 * 3_600_000;

/** The schedule that looks for whom no timer will reach, once in six hours as long as somebody is under way. */
export const createSweeps = ({
  agenda,
  load,
  send,
}: {
  agenda: Agenda;
  load: CustomerStore['load'];
  send: (life: Life, ...given: Parameters<Underneath['send']>) => void;
}) => {
  const enrolmentsOf = async (life: Life) => {
    const items = await Promise.all(life.ids.map(load));
    return items.flatMap((state) =>
      (state ? timersIn(state) : []).map(({ id: enrolment, timer, due }) => ({
        customer: state?.id ?? '',
        enrolment,
        timer,
        due,
      })),
    );
  };

  const plan = (life: Life): void => {
    if (life.isSwept) return;
    life.isSwept = true;
    agenda.at((Math.floor(agenda.now / EVERY) + 1) * EVERY, async () => {
      life.isSwept = false;
      const all = await enrolmentsOf(life);
      if (all.length === 0) return;
      plan(life);
      // One that would find nobody does nothing.
      const isAnybodyLate = all.some(({ due }) => due < agenda.now - EVERY / 6);
      if (isAnybodyLate) send(life, [{ message: { type: 'sweep', format: FORMAT }, at: agenda.now }], agenda.now);
    });
  };

  /** A scan may not see what was written a moment ago, and misses somebody now and then. */
  const overdueFor = (life: Life): Overdue => ({
    page: async (before) => {
      const all = await enrolmentsOf(life);
      if (all.length === 0 || life.luck.strikes(0.1, 'sweep: does not see them')) return { timers: [] };
      return {
        timers: all.flatMap(({ customer, enrolment, timer, due }) =>
          due < before ? [{ type: 'timer' as const, format: FORMAT, customer, enrolment, timer, due, again: 0 }] : [],
        ),
      };
    },
  });

  return { plan, overdueFor };
};
