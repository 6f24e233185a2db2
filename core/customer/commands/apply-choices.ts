import { Frequency, leaveRoom } from '../../../language/catalogue/known.ts';
import { type Draft, note } from '../draft.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import type { ChosenFrequency, ChosenHours } from '../model/known.ts';
import { LEFT_OUT } from '../model/refusal.ts';
import type { CustomerState } from '../model/state.ts';
import { isBeforeMerge } from './apply-consent.ts';

const strictness = ({ choice }: ChosenFrequency): number => Frequency.options.indexOf(choice);

/** The newest wish counts; of two at one time the stricter. */
export const chooseFrequency = (draft: Draft, { fields, at: happened }: IncomingEvent): void => {
  const { state } = draft;
  const choice = Frequency.safeParse(fields.frequency).data;
  if (choice === undefined) return;
  const wish = { choice, at: Date.parse(happened) };
  const { frequency: current } = state;
  if (current && current.at > wish.at) return;
  const mayLoosen = current?.at !== wish.at && !isBeforeMerge(state, wish.at);
  if (current && !mayLoosen && strictness(current) >= strictness(wish)) return;
  state.frequency = wish;
  note(draft, { kind: 'chosen', frequency: choice });
};

/** Of two at one time it does not matter which, as long as it is always the same. */
const rank = ({ from = '', to = '' }: ChosenHours): string => `${from}-${to}`;

/** Quiet hours of their own; those that leave too little of the day open are not taken, and that is told. */
export const chooseHours = (draft: Draft, { type, id, fields, at: happened }: IncomingEvent): void => {
  const { state } = draft;
  const { from, to } = fields;
  const at = Date.parse(happened);
  const isNone = from === undefined && to === undefined;
  if (!isNone && !(typeof from === 'string' && typeof to === 'string' && leaveRoom(from, to))) {
    const message = `${type} has from ${JSON.stringify(from)} and to ${JSON.stringify(to)}; it should have both, with four hours or more between "to" and the next "from", or neither.`;
    note(draft, { kind: 'rejected', reason: LEFT_OUT, message, event: type, id });
    return;
  }
  const wish: ChosenHours = typeof from === 'string' && typeof to === 'string' ? { from, to, at } : { at };
  const { hours: current } = state;
  if (current && (current.at > at || (current.at === at && rank(current) >= rank(wish)))) return;
  state.hours = wish;
  const { at: _, ...hours } = wish;
  note(draft, { kind: 'chosen', hours });
};

/** Of two ids of one person the stricter frequency and the newer hours count. */
export const joinRhythm = (state: CustomerState, own: CustomerState, from: CustomerState): void => {
  const frequencies = [own.frequency, from.frequency].flatMap((one) => one ?? []);
  const [strictest] = frequencies.toSorted((one, other) => strictness(other) - strictness(one));
  const [hours] = [own.hours, from.hours].flatMap((one) => one ?? []).sort((one, other) => other.at - one.at);
  if (strictest) state.frequency = { ...strictest, at: Math.max(...frequencies.map(({ at }) => at)) };
  if (hours) state.hours = hours;
};
