import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { MoodPolicy } from '../../language/catalogue/policy.ts';
import { ownValue } from '../own-value.ts';
import { hear, heardWeight, type MoodSums, type Signal, togetherAs, withoutSignal } from '../sentiment/mood.ts';
import { softening, sumsWith } from '../sentiment/soften.ts';
import { iso } from '../time/instant.ts';
import { type Draft, note } from './draft.ts';
import type { KeptEvidence } from './model/known.ts';
import type { Mood } from './model/mood.ts';
import type { CustomerState } from './model/state.ts';
import { settled } from './negative-until.ts';

/** What hearing again needs of a change in the making. */
type Rehearing = Pick<Draft, 'state' | 'now'> & { deps: { catalogue: Pick<Catalogue, 'policy'> } };

/** A piece of evidence that can be heard again. */
type Piece = KeptEvidence & { weight: number; heardAt: number };

export const isPiece = (one: KeptEvidence): one is Piece => one.weight !== undefined && one.heardAt !== undefined;

/** The order in which evidence was heard. What a release before heard, of which nobody knows when, was first. */
export const asHeard = (one: KeptEvidence, other: KeptEvidence): number =>
  (one.heardAt ?? 0) - (other.heardAt ?? 0) || (one.turn ?? 0) - (other.turn ?? 0);

/** In the order in which they were heard. */
export const piecesOf = (evidence: readonly KeptEvidence[]): Piece[] => evidence.filter(isPiece).sort(asHeard);

const signOf = ({ value, weight, at }: Piece): Signal => ({ value, weight, at: Date.parse(at) });

/** Mood after a piece that is kept no longer: it is part of what was before. */
export const moodAfter = (mood: Mood, piece: Piece, policy: MoodPolicy): Mood =>
  settled({ ...mood, ...hear(mood, signOf(piece), piece.heardAt, policy) }, piece.heardAt, policy);

/** Less is what rounding left. */
const LEAST = 0.005;

/** What an incident had told before its first piece that is kept: what those tell is taken from what it has told in all. */
const toldBefore = (name: string, pieces: readonly Piece[], state: CustomerState, policy: MoodPolicy) => {
  const end = pieces.findIndex(({ closes }) => closes === name);
  const closing = pieces[end];
  const all: MoodSums | undefined = closing
    ? { s: -2 * closing.value * closing.weight, w: closing.weight, at: Date.parse(closing.at) }
    : ownValue(state.incidents, name)?.told;
  const own = pieces.slice(0, closing ? end : pieces.length).filter(({ opens, value }) => opens === name && value < 0);
  const left = all && own.reduce((sums, piece) => withoutSignal(sums, signOf(piece), policy), all);
  return left && left.w > LEAST ? left : undefined;
};

/** What softens is worked out of rounded sums again; all others come out to the digit. */
const isSame = (one: Piece, other: Piece): boolean => {
  const most = one.closes === undefined ? 1e-9 : LEAST / 2;
  return Math.abs(one.weight - other.weight) < most && Math.abs(one.value - other.value) < most;
};

/** The signs of all pieces but those left out, as they count when they are heard again from the mood before all of them. */
const heardAgain = (draft: Rehearing, pieces: readonly Piece[], isLeft: (piece: Piece) => boolean) => {
  const { state, deps } = draft;
  const policy = deps.catalogue.policy.mood;
  const sumsByIncident = new Map<string, MoodSums | undefined>();
  for (const name of new Set(pieces.flatMap(({ opens, closes }) => opens ?? closes ?? [])))
    sumsByIncident.set(name, toldBefore(name, pieces, state, policy));
  let mood = state.moodBefore ?? state.mood;
  const currentPieces = new Map<Piece, Piece>();
  for (const piece of pieces.filter((one) => !isLeft(one))) {
    const sign = signAgain(piece, mood, sumsByIncident, policy);
    if (!sign) continue;
    const again = { ...piece, value: sign.value, weight: sign.weight };
    const current = isSame(piece, again) ? piece : again;
    mood = moodAfter(mood, current, policy);
    currentPieces.set(piece, current);
    if (piece.opens !== undefined)
      sumsByIncident.set(piece.opens, sumsWith(sumsByIncident.get(piece.opens), sign, policy));
  }
  return { mood, currentPieces, sumsByIncident };
};

/** A piece as it counts after the mood that others left; undefined where it softens what was not said. */
const signAgain = (
  { value, weight, fullWeight = weight, at, closes }: Piece,
  mood: Mood,
  sumsByIncident: Map<string, MoodSums | undefined>,
  policy: MoodPolicy,
): Signal | undefined => {
  const time = Date.parse(at);
  if (closes === undefined)
    return { value, weight: heardWeight(mood, { value, weight: fullWeight, at: time }, policy), at: time };
  const sums = sumsByIncident.get(closes);
  sumsByIncident.set(closes, undefined);
  const sign = sums && softening(sums, time, policy);
  return sign && sign.weight > 0 ? sign : undefined;
};

/** The record says what counts otherwise: the old sign with the opposite weight, and the new one. */
const noteChange = (draft: Rehearing, piece: Piece, current: Piece | undefined, because: string): void => {
  const { event, at: happenedAt, value, weight, fullWeight, opens, closes } = piece;
  const names = { ...(opens === undefined ? {} : { opens }), ...(closes === undefined ? {} : { closes }) };
  note(draft, { kind: 'signal', event, happenedAt, value, weight: -weight, because, ...names });
  if (!current) return;
  const damped = fullWeight !== undefined && current.weight < fullWeight ? { fullWeight } : {};
  const sign = { value: current.value, weight: current.weight, ...damped, because: piece.because };
  note(draft, { kind: 'signal', event, happenedAt, ...sign, ...names });
};

/** What a changed answer would take back is what it tells now. */
const tellAnswers = (state: CustomerState, pieces: readonly Piece[], currentPieces: Map<Piece, Piece>): void => {
  for (const [scale, answer] of Object.entries(state.answers)) {
    const own = pieces.filter(({ at }) => at === iso(answer.at));
    const was = togetherAs(own.map(signOf));
    const isAll = was && answer.told && Math.abs(was.weight - answer.told.weight) < 1e-9;
    if (!isAll || !answer.told || Math.abs(was.value - answer.told.value) > 1e-9) continue;
    const now = togetherAs(own.flatMap((piece) => currentPieces.get(piece) ?? []).map(signOf));
    const { told: _, before, ...rest } = answer;
    const changeable = now ? { told: { value: now.value, weight: now.weight }, ...(before && { before }) } : {};
    state.answers = { ...state.answers, [scale]: { ...rest, ...changeable } };
  }
};

/**
 * Hears everything that is kept once more without some of it, as if that had never been said: what weighed less after it
 * weighs more now, and what softened it softens less.
 */
export const rehearWithout = (draft: Rehearing, isLeft: (piece: KeptEvidence) => boolean): void => {
  const { state, now, deps } = draft;
  const pieces = piecesOf(state.evidence);
  const { mood, currentPieces, sumsByIncident } = heardAgain(draft, pieces, isLeft);
  for (const piece of pieces) {
    const current = currentPieces.get(piece);
    if (current === piece) continue;
    noteChange(draft, piece, current, isLeft(piece) ? 'they say that it was not so' : 'another sign was taken back');
  }
  for (const [name, sums] of sumsByIncident) {
    const incident = ownValue(state.incidents, name);
    if (!incident?.told) continue;
    const { told: _, ...rest } = incident;
    state.incidents = { ...state.incidents, [name]: sums ? { ...rest, told: sums } : rest };
  }
  tellAnswers(state, pieces, currentPieces);
  state.mood = settled(mood, now, deps.catalogue.policy.mood);
  state.evidence = state.evidence.flatMap((one) => (isPiece(one) ? (currentPieces.get(one) ?? []) : [one]));
};
