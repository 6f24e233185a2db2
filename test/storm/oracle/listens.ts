import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Run } from '../functions.ts';
import { isAnswer, isTrue, type Listening, untaken } from './heard.ts';
import { type Ledger, MINUTE, SILENT } from './ledger.ts';

interface Answered {
  id: string;
  step: string;
  value: string;
  /** What conditions may read of it. */
  heard: Record<string, unknown>;
}

/** Steps of an enrolment that asked with this moment, as far as the oracle knows, and when. What came back asked nobody. */
export const askedBy = (
  { steps }: Ledger,
  enrolment: string,
  moment: string | undefined,
  { latest, alsoBounced = false }: { latest: boolean; alsoBounced?: boolean },
) => {
  const asked = new Map<string, number>();
  for (const { key, reserved, finals, bounced = false } of steps.values()) {
    const went = [...reserved.values()].filter((one) => one.moment === moment).map(({ at }) => at);
    const isOpen = finals.length === 0 || ['sent', 'unknown'].includes(finals[0]?.outcome ?? '');
    const isOut = isOpen && (alsoBounced || !bounced);
    if (!key.startsWith(`${enrolment}/`) || went.length === 0 || !isOut) continue;
    asked.set(key, latest ? Math.max(...went) + MINUTE : Math.min(...went) - 1000);
  }
  return asked;
};

/** Whether listening steps take what they may, all they may, and once. */
export const createListenWatch = (ledger: Ledger) => {
  const { running, took, heardTold, know, broken } = ledger;

  /** What the step listens to: as its task says, or as the item said while it waited. */
  const listeningOf = (
    id: string,
    step: string,
    run: Run,
    before: CustomerState | undefined,
  ): Listening | undefined => {
    const own = run.task?.enrolment === id && run.task.step === step ? (run.task as unknown as Listening) : undefined;
    const waiting = before?.enrolments[id]?.waiting;
    return own ?? (waiting?.step === step ? (waiting as Listening) : undefined);
  };

  const lookAtTaken = async ({ id, step, value, heard }: Answered, listening: Listening | undefined) => {
    const enrolled = running.get(id);
    if (!enrolled) return;
    if (!listening) return broken('I4', `${step} answered and did not listen.`);
    const { on, where, answers } = listening;
    if (value === SILENT) {
      const asked = askedBy(ledger, id, answers?.moment, { latest: true });
      const told = await untaken(
        { know, enrolled },
        {
          ...listening,
          taken: new Set([...took].flatMap(([key, taken]) => (key.startsWith(id) ? [taken] : []))),
          asked,
        },
      );
      if (told) broken('I4', `${step} fell silent though ${told.id} has happened.`);
      if (Object.keys(heard).length > 0) broken('I4', `${step} fell silent and keeps what was heard before.`);
      return;
    }
    const told = know.heard.find((one) => one.id === value);
    if (!told) return;
    if (told.id === enrolled.eventId || told.at < enrolled.eventAt)
      broken('I4', `${step} heard ${told.id}, which is not of after it began.`);
    if (Object.keys(heard).some((name) => name !== 'at' && heard[name] !== told.detail[name]))
      broken('I4', `${step} took ${told.id} and keeps something else.`);
    const isMeant = !where || (await isTrue(where, { event: enrolled.event, heard: told.detail }));
    if (!on.includes(told.type) || !isMeant) broken('I4', `${step} heard ${told.id}, to which it does not listen.`);
    if (answers && !isAnswer(told, answers, askedBy(ledger, id, answers.moment, { latest: false, alsoBounced: true })))
      broken('I4', `${step} heard ${told.id}, which does not answer ${answers.moment}.`);
  };

  /** What listening steps answered by this commit; known at once, since machines are told before the oracle has looked. */
  const take = (state: CustomerState): Answered[] => {
    const answered: Answered[] = [];
    for (const [id, enrolment] of Object.entries(state.enrolments)) {
      const { waiting } = enrolment;
      if (waiting && heardTold.has(`${id}/${waiting.step}`))
        broken('I4', `${waiting.step} waits, its machine went on.`);
      const taken = Object.values(enrolment.took).filter((value) => value !== SILENT);
      if (new Set(taken).size < taken.length) broken('I4', `${id} took one occurrence twice.`);
      for (const [step, value] of Object.entries(enrolment.took)) {
        const known = took.get(`${id}/${step}`);
        if (known === value) continue;
        if (known === undefined) answered.push({ id, step, value, heard: enrolment.heard });
        else broken('I4', `${step} took ${value} after it had answered ${known}.`);
        took.set(`${id}/${step}`, value);
      }
    }
    return answered;
  };

  const look = async (answered: Answered[], run: Run, before: CustomerState | undefined): Promise<void> => {
    for (const one of answered) await lookAtTaken(one, listeningOf(one.id, one.step, run, before));
  };

  return { take, look };
};
