import type { CustomerState } from '../../core/customer/model/state.ts';
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
  const isUnderWay = (state: CustomerState | undefined): state is CustomerState =>
    state !== undefined && Object.keys(state.enrolments).length > 0;

  const plan = (life: Life): void => {
    if (life.isSwept) return;
    life.isSwept = true;
    agenda.at((Math.floor(agenda.now / EVERY) + 1) * EVERY, async () => {
      life.isSwept = false;
      const state = await load(life.id);
      if (!isUnderWay(state)) return;
      plan(life);
      // One that would find nobody does nothing.
      const isAnybodyLate = Object.values(state.enrolments).some(({ due }) => due < agenda.now - EVERY / 6);
      if (isAnybodyLate) send(life, [{ message: { type: 'sweep', format: FORMAT }, at: agenda.now }], agenda.now);
    });
  };

  /** A scan may not see what was written a moment ago, and misses somebody now and then. */
  const overdueFor = (life: Life): Overdue => ({
    page: async (before) => {
      const state = await load(life.id);
      if (!isUnderWay(state) || life.luck.strikes(0.1, 'sweep: does not see them')) return { timers: [] };
      return {
        timers: Object.entries(state.enrolments).flatMap(([enrolment, { timer, due }]) =>
          due < before
            ? [{ type: 'timer' as const, format: FORMAT, customer: life.id, enrolment, timer, due, again: 0 }]
            : [],
        ),
      };
    },
  });

  return { plan, overdueFor };
};
