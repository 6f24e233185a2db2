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

/** Says how far events about everyone are, stops one, or lets it go on from where it stands. */
export const operateBroadcasts = async (
  { broadcasts, steps, now }: Pick<OperateDeps, 'broadcasts' | 'steps' | 'now'>,
  command: CommandOf<'broadcasts' | 'stop-broadcast' | 'resume-broadcast'>,
): Promise<OperatorAnswer> => {
  if (command.command === 'broadcasts') {
    const lines = (await broadcasts.list(SHOWN)).map(lineOf);
    return { ok: true, lines: lines.length > 0 ? lines : ['No event about everyone has come in the last 90 days.'] };
  }
  const isStop = command.command === 'stop-broadcast';
  const found = await broadcasts.stop(command.broadcast, isStop ? now() : undefined);
  if (!found) return { ok: false, lines: [NONE(command.broadcast)] };
  if (found.over) return { ok: true, lines: [`It is over already: ${lineOf(found)}.`] };
  // One more message of its step does no harm where there is one.
  if (!isStop) await steps.send({ format: 1, broadcast: found.id, step: found.step }, 0);
  return { ok: true, lines: [isStop ? STOPPED(found) : RESUMED(found)] };
};

const NONE = (id: string): string =>
  `No event about everyone is known by ${JSON.stringify(id)}. tactful broadcasts lists them.`;

const STOPPED = ({ told }: Broadcast): string =>
  `Stopped: within a few seconds nobody more is told. ${number(told)} were, or are about to be, and nothing is taken back from them: send what closes it.`;

const RESUMED = ({ asked }: Broadcast): string =>
  `It goes on after the ${number(asked)} who were asked. Nobody is told twice.`;
