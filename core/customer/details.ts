import { WORK_CHANNEL } from '../../language/catalogue/channel.ts';
import type { Verdict } from '../gate/verdict.ts';
import { iso } from '../time/instant.ts';
import type { Details } from './decision.ts';
import { copyAsk, type Draft, type Words, withOf } from './draft.ts';
import type { Enrolment } from './model/enrolment.ts';
import { overtakes } from './occurrence.ts';
import type { MessageStep } from './standing.ts';

/** What the journal tells of a final decision beside its outcome: the work it makes, or what overtook it. `unwritten`: nobody could read that work. */
export const workDetails = async (
  draft: Draft,
  enrolment: Enrolment,
  step: MessageStep,
  words: Words,
  verdict: Verdict,
  moment: string,
): Promise<Details | 'unwritten'> => {
  const work = await workFor(draft, words, enrolment, step, verdict, moment);
  if (work === 'unwritten') return work;
  const instead = verdict.outcome === 'suppressed' && verdict.instead !== undefined ? { instead: verdict.instead } : {};
  return { ...work, ...instead, ...(verdict.reason === 'overtaken' ? await overtakenBy(draft, enrolment, step) : {}) };
};

const overtakenBy = async (draft: Draft, enrolment: Enrolment, { unless }: MessageStep) => {
  const by = await overtakes(draft, enrolment, unless);
  return by ? { basis: { happened: { event: by.event, at: iso(by.at) } } } : {};
};

/** Work for a person: what the task, or the moment that the gate escalates to, says to them. */
const workFor = async (
  draft: Draft,
  words: Words,
  enrolment: Enrolment,
  step: MessageStep,
  verdict: Verdict,
  moment: string,
) => {
  const target = verdict.outcome === 'escalated' ? verdict.instead : moment;
  if (verdict.outcome !== 'escalated' && verdict.outcome !== 'clear') return {};
  const copy = copyAsk(draft, target, enrolment, await withOf(draft, enrolment, step.with));
  const message = words.task(copy);
  const because = verdict.outcome === 'escalated' ? '' : words.because(copy);
  if (!message || because === undefined) return 'unwritten';
  const work = { channel: WORK_CHANNEL, message };
  return verdict.outcome === 'escalated' ? { ...work, instead: target } : { ...work, because };
};
