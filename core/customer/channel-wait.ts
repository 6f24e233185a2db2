import { MINUTE } from '../../language/catalogue/milliseconds.ts';
import { hashFraction } from '../hash.ts';
import type { Draft } from './draft.ts';
import type { Enrolment } from './model/enrolment.ts';
import type { Millis } from './model/millis.ts';

/** In milliseconds: the first wait, and the longest. What we have to mend ourselves is not mended in a minute. */
const BUSY = { first: MINUTE, longest: 60 * MINUTE };
const DOWN = { first: 10 * MINUTE, longest: 120 * MINUTE };

/** A turn that nobody took is over after so many milliseconds: the channel has gone on. */
const TURN_LASTS = 15 * MINUTE;

type Wait = NonNullable<Enrolment['busy']>;

interface Troubled {
  isDown: boolean;
  /** When its turn comes, where the channel is paced. */
  turn: Millis | undefined;
}

/**
 * How long a step leaves a channel alone that did not take it: until its turn, else twice as long each time. From half of
 * that to all of it, by hash: what was turned away together does not come back together.
 */
export const channelWait = (
  { state, now, deps }: Draft,
  id: string,
  { busy, at, visit }: Enrolment,
  { isDown, turn }: Troubled,
): Wait => {
  const isSame = (busy?.down === true) === isDown;
  const before = isSame ? (busy?.times ?? 0) : 0;
  const times = turn === undefined ? before + 1 : before;
  const { first, longest } = isDown ? DOWN : BUSY;
  const share = 0.5 + hashFraction(`${state.id}/${id}/${at}/${visit}/${times}`) / 2;
  const backOff = Math.ceil((Math.min(longest, first * 2 ** (times - 1)) * share) / deps.catalogue.pace);
  const until = turn === undefined ? now + backOff : Math.max(now, turn);
  // Who has waited for a turn, and meets a channel that is full all the same, does not go to the end of the line.
  const hadTurn = !isDown && busy?.turn !== undefined && isItsTurn({ now }, { busy });
  const nextTurn = turn ?? (hadTurn ? until : undefined);
  const lost = (busy?.lost ?? 0) + (isDown ? 0 : until - now);
  const lostDown = (busy?.lostDown ?? 0) + (isDown ? until - now : 0);
  return {
    times,
    until,
    ...(isDown ? { down: true as const } : {}),
    ...(lost > 0 ? { lost } : {}),
    ...(lostDown > 0 ? { lostDown } : {}),
    ...(nextTurn === undefined ? {} : { turn: nextTurn }),
  };
};

/** Whether it is a step's turn in a channel that is paced. */
export const isItsTurn = ({ now }: Pick<Draft, 'now'>, { busy }: Pick<Enrolment, 'busy'>): boolean =>
  busy?.turn !== undefined && now >= busy.turn && now < busy.turn + TURN_LASTS;
