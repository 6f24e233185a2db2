import { createAnswerCrowd } from '../broadcast/answer-crowd.ts';
import type { Broadcast } from '../shared/stores/broadcasts.ts';
import type { CommandOf, OperatorAnswer } from './command.ts';
import type { OperateDeps } from './deps.ts';

const SHOWN = 50;

const number = (count: number): string => count.toLocaleString('en-GB');

const howFar = ({ over, stopped, asked, about }: Broadcast): string => {
  if (over?.why === 'asked') return `all of ${number(asked)} asked`;
  if (over) return `ended: events.yaml has no such event any more; ${number(asked)} were asked`;
  // How many there are is counted a few times a day.
  const of = about === undefined ? '' : ` of about ${number(Math.max(about, asked))}`;
  return `${stopped === undefined ? '' : 'stopped; '}${number(asked)}${of} asked`;
};

/** An event about everyone in a line: what it is known by, since when, and how far it is. */
const lineOf = (broadcast: Broadcast): string => {
  const { id, type, startedAt, told } = broadcast;
  const since = new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ');
  return `${id}  ${type} since ${since} UTC: ${howFar(broadcast)}, ${number(told)} told`;
};

export type BroadcastCommand = CommandOf<'broadcasts' | 'stop-broadcast' | 'resume-broadcast' | 'answer-crowd'>;

/** Says how far events about everyone are, stops one, lets it go on from where it stands, or answers the work that one gave. */
export const operateBroadcasts = async (
  deps: Pick<OperateDeps, 'broadcasts' | 'steps' | 'catalogue' | 'now'>,
  command: BroadcastCommand,
): Promise<OperatorAnswer> => {
  const { broadcasts, steps, now } = deps;
  if (command.command === 'answer-crowd') {
    const { status, broadcast } = await createAnswerCrowd(deps)(command);
    return { ok: true, lines: [status === 'begun' ? BEGUN(broadcast) : UNDER_WAY(broadcast)] };
  }
  if (command.command === 'broadcasts') {
    const lines = (await broadcasts.list(SHOWN)).map(lineOf);
    return { ok: true, lines: lines.length > 0 ? lines : ['No event about everyone has come in the last 90 days.'] };
  }
  const isStop = command.command === 'stop-broadcast';
  const broadcast = await broadcasts.stop(command.broadcast, isStop ? now() : undefined);
  if (!broadcast) return { ok: false, lines: [NONE(command.broadcast)] };
  if (broadcast.over) return { ok: true, lines: [`It is over already: ${lineOf(broadcast)}.`] };
  // One more message of its step does no harm where there is one.
  if (!isStop) await steps.send({ format: 1, broadcast: broadcast.id, step: broadcast.step }, 0);
  return { ok: true, lines: [isStop ? STOPPED(broadcast) : RESUMED(broadcast)] };
};

const BEGUN = ({ about, answers }: Broadcast): string =>
  `It is on its way to ${about === undefined ? 'all' : `about ${number(about)}`} who are open, at most ${number(answers?.perSecond ?? 0)} a second.`;

const UNDER_WAY = ({ fields, told }: Broadcast): string =>
  `${fields.by ?? 'Somebody'} has answered them already, and that is under way: ${number(told)} were told. Stop it first to say something else.`;

const NONE = (id: string): string =>
  `No event about everyone is known by ${JSON.stringify(id)}. tactful broadcasts lists them.`;

const STOPPED = ({ told }: Broadcast): string =>
  `Stopped: within a few seconds nobody more is told. ${number(told)} were, or are about to be, and nothing is taken back from them: send what closes it.`;

const RESUMED = ({ asked }: Broadcast): string =>
  `It goes on after the ${number(asked)} who were asked. Nobody is told twice.`;
