import { WORK_CHANNEL } from '../../language/catalogue/channel.ts';
import type { Verdict } from '../gate/verdict.ts';
import type { SendCommand } from './commands/on-send.ts';
import { copyAsk, type Draft, iso, type Words, withOf } from './draft.ts';
import type { Enrolment } from './model/state.ts';
import { overtakes } from './occurrence.ts';

type Task = SendCommand['task'];

/** What the journal tells of a final decision beside its outcome: the work it makes, or what overtook it. */
export const detailsOf = async (
  draft: Draft,
  enrolment: Enrolment,
  { task, words }: SendCommand,
  verdict: Verdict,
  moment: string,
) => ({
  ...(await workFor(draft, words, enrolment, task, verdict, moment)),
  ...(verdict.reason === 'overtaken' ? await overtakenBy(draft, task) : {}),
});

const overtakenBy = async (draft: Draft, { enrolment, unless }: Task) => {
  const by = await overtakes(draft, enrolment, unless);
  return by ? { basis: { happened: { event: by.event, at: iso(by.at) } } } : {};
};

/** Work for a person: what the task, or the moment that the gate escalates to, says to them. */
const workFor = async (
  draft: Draft,
  words: Words,
  enrolment: Enrolment,
  task: Task,
  verdict: Verdict,
  moment: string,
) => {
  const target = verdict.outcome === 'escalated' ? verdict.instead : moment;
  if (verdict.outcome !== 'escalated' && verdict.outcome !== 'clear') return {};
  const ask = copyAsk(draft, target, enrolment, await withOf(draft, enrolment, task.with));
  const work = { channel: WORK_CHANNEL, message: words.task(ask) };
  return verdict.outcome === 'escalated' ? { ...work, instead: target } : { ...work, because: words.because(ask) };
};
