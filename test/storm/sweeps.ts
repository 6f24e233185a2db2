import type { CustomerState } from '../../core/customer/model/state.ts';
import { timersIn } from '../../core/customer/standing.ts';
import type { Overdue } from '../../functions/effects/effects.ts';
import { FORMAT } from '../../functions/effects/schema.ts';
import type { Agenda } from './agenda.ts';
import type { Underneath } from './functions.ts';
import type { Life } from './life.ts';

const EVERY = 6 * 3_600_000;

interface Standing {
  customer: string;
  enrolment: string;
  timer: number;
  due: number;
}

/** The schedule that looks for whom no timer will reach, once in six hours as long as somebody is under way. */
export const createSweeps = ({
  agenda,
  send,
}: {
  agenda: Agenda;
  send: (life: Life, ...parameters: Parameters<Underneath['send']>) => void;
}) => {
  /** By customer, as last committed: to read every item at each look took a seventh of a storm. */
  const standing = new Map<string, readonly Standing[]>();

  const enrolmentsOf = (life: Life): Standing[] => life.ids.flatMap((id) => standing.get(id) ?? []);

  const committed = (life: Life, state: CustomerState): void => {
    const timers = timersIn(state).map(({ id: enrolment, timer, due }) => ({
      customer: state.id,
      enrolment,
      timer,
      due,
    }));
    standing.set(state.id, timers);
    if (Object.keys(state.enrolments).length > 0) plan(life);
  };

  const removed = (id: string): void => void standing.delete(id);

  const plan = (life: Life): void => {
    if (life.isSwept) return;
    life.isSwept = true;
    agenda.at((Math.floor(agenda.now / EVERY) + 1) * EVERY, () => {
      life.isSwept = false;
      const all = enrolmentsOf(life);
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
      const all = enrolmentsOf(life);
      if (all.length === 0 || life.luck.strikes(0.1, 'sweep: does not see them')) return { timers: [] };
      return {
        timers: all.flatMap(({ customer, enrolment, timer, due }) =>
          due < before ? [{ type: 'timer' as const, format: FORMAT, customer, enrolment, timer, due, again: 0 }] : [],
        ),
      };
    },
  });

  return { committed, removed, overdueFor };
};
