import type { Run } from '../functions.ts';
import type { TaskPayload } from '../machines.ts';
import type { Enrolled } from './forbidden.ts';
import { reasonsAgainst } from './forbidden.ts';
import { type Listening, untaken } from './heard.ts';
import type { Ledger } from './ledger.ts';
import { askedBy } from './listens.ts';

/** Whether everybody who waits would be woken by what they wait for. */
export const createSleeperWatch = (ledger: Ledger) => {
  const { know, running, stepOf, broken, caseOf } = ledger;

  const look = async (sleepers: { execution: string; payload: TaskPayload }[]): Promise<void> => {
    if (!ledger.item || !ledger.last) return;
    for (const { payload } of sleepers) {
      const { enrolment: id, step: name, phase, task } = payload;
      const enrolled = running.get(id);
      const kept = ledger.item.enrolments[id];
      if (!enrolled || kept?.phase !== phase) broken('I9', `${name} sleeps (${task}) though its enrolment is over.`);
      else if (task === 'park') await lookAtPark(payload, enrolled, ledger.last);
      else await lookAtListen(payload, enrolled);
    }
  };

  const lookAtPark = async (payload: TaskPayload, enrolled: Enrolled, run: Run): Promise<void> => {
    const { enrolment: id, step: name } = payload;
    const open = ledger.item?.enrolments[id]?.open;
    if (!ledger.item || open?.step !== name || !open.parked)
      return broken('I9', `${name} sleeps and nothing would wake it.`);
    const { moment, purpose, until } = open;
    if (until <= ledger.item.at || open.reason === 'journey-paused' || open.reason === 'moment-retired') return;
    const one = caseOf(run, payload, stepOf(`${id}/${name}`), { moment, purpose, at: ledger.item.at, enrolled });
    const against = await reasonsAgainst(one, true);
    if (against.size === 0) broken('I9', `${name} sleeps for ${open.reason}, though nothing holds it any more.`);
  };

  const lookAtListen = async (payload: TaskPayload, enrolled: Enrolled): Promise<void> => {
    const { enrolment: id, step } = payload;
    const kept = ledger.item?.enrolments[id];
    if (kept?.took[step] !== undefined) return broken('I9', `${step} listens though it took ${kept.took[step]}.`);
    if (kept?.waiting?.step !== step) return broken('I9', `${step} listens and nothing would wake it.`);
    const listening = payload as unknown as Listening;
    const moment = listening.answers?.moment;
    const asked = askedBy(ledger, id, moment, { latest: true });
    const mayHaveAsked = askedBy(ledger, id, moment, { latest: true, alsoBounced: true });
    if (listening.answers && mayHaveAsked.size === 0) broken('I9', `${step} listens for an answer, and nobody asked.`);
    const taken = new Set(Object.values(kept.took));
    const told = await untaken({ know, enrolled }, { ...listening, taken, asked });
    if (told) broken('I9', `${step} listens though ${told.id} has happened.`);
  };

  return look;
};
