import { digest } from '../../hash.ts';
import { hear, heardWeight, type Signal } from '../../sentiment/mood.ts';
import { heldByIncident, outrankedBy } from '../../sentiment/outrank.ts';
import { iso } from '../../time/instant.ts';
import { keepAnswer, takeBack } from '../changed-answer.ts';
import { type Draft, note } from '../draft.ts';
import type { IncidentNames } from '../incident-names.ts';
import type { Answer } from '../model/answer.ts';
import { clip } from '../model/clip.ts';
import type { Evident, IncomingEvent } from '../model/incoming.ts';
import type { KeptEvidence } from '../model/known.ts';
import { LIMITS } from '../model/limits.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import { negativeUntil } from '../negative-until.ts';
import { rememberTold, takeSoftening } from '../told-by-incident.ts';

/**
 * Evidence of mood, counted from when it happened; what an incident that is closed told is softened; and the answer to a
 * survey is kept as a fact. `isToldAlready`: by itself the event says nothing that was not said before. `earlier`: the answer in
 * whose place it comes.
 */
export const applySignals = (
  draft: Draft,
  event: IncomingEvent,
  { opens, closes }: IncidentNames,
  { isToldAlready, earlier }: { isToldAlready: boolean; earlier: Answer | undefined },
): void => {
  const at = Date.parse(event.at);
  if (!isToldAlready) {
    const policy = draft.deps.catalogue.policy.mood;
    if (earlier) {
      takeBack(draft, event.type, earlier);
      setNegative(draft);
    }
    const before = draft.state.mood;
    const all = outrankedBy(event.signals, event.signals, policy);
    const signals = (opens === undefined ? all : heldByIncident(all, policy)).flatMap((signal, place) => {
      const source = { event: event.type, id: `${event.id}/${place}` };
      return applySignal(draft, source, signal, at, opens === undefined ? {} : { opens }) ?? [];
    });
    // A machine answers nothing.
    if (!event.automatic) keepAnswer(draft, event, at, { signals, before, earlier });
  }
  // One that was closed before it was told of is over as well.
  for (const name of [closes, opens]) if (name !== undefined) soften(draft, event.type, name);
};

/** Letters of the id of a piece of evidence. */
const ID = 12;

/** The type of event that tells it, and what it is known by. */
interface Source {
  event: string;
  id: string;
}

/** When a piece is heard, which tells it apart from all others: what comes at once and late stands before what was heard first. */
const heardNow = ({ evidence }: CustomerState, now: Millis): Pick<KeptEvidence, 'heardAt' | 'turn'> => {
  const turn = Math.max(-1, ...evidence.filter((one) => one.heardAt === now).map((one) => one.turn ?? 0)) + 1;
  return { heardAt: now, ...(turn > 0 && { turn }) };
};

/** Answers the sign as it counts; undefined where it weighs nothing. */
const applySignal = (
  draft: Draft,
  { event, id }: Source,
  signal: Evident,
  at: Millis,
  incident: IncidentNames,
): Signal | undefined => {
  const { state, now, deps } = draft;
  const policy = deps.catalogue.policy.mood;
  const { value, weight: full } = signal;
  const because = clip(signal.because, LIMITS.because);
  const weight = heardWeight(state.mood, { value, weight: full, at }, policy);
  if (!(weight > 0)) return undefined;
  state.moodBefore ??= state.mood;
  state.mood = { ...state.mood, ...hear(state.mood, { value, weight, at }, now, policy) };
  setNegative(draft);
  const late = at < now ? { happenedAt: iso(at) } : {};
  const damped = weight < full ? { fullWeight: full } : {};
  note(draft, { kind: 'signal', event, ...late, value, weight, ...damped, because, ...incident });
  const piece = {
    at: iso(at),
    event,
    value,
    because,
    id: digest([id], ID),
    weight,
    ...damped,
    ...heardNow(state, now),
  };
  const all = [...state.evidence, { ...piece, ...incident }];
  state.evidence = all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (incident.opens !== undefined) rememberTold(draft, incident.opens, { value, weight, at });
  return { value, weight, at };
};

/** What closes an incident takes back half of what its opening told, as far as that still weighs. */
const soften = (draft: Draft, event: string, name: string): void => {
  const end = takeSoftening(draft, name);
  if (!end) return;
  const source = { event, id: `${name}@${end.at}` };
  applySignal(draft, source, { ...end, because: 'what was wrong then is solved' }, end.at, { closes: name });
};

/** Softens what is over by now: of two ids that are one person's, one may know that it began and the other that it ended. */
export const softenClosed = (draft: Draft, event: string): void => {
  for (const name of Object.keys(draft.state.incidents)) soften(draft, event, name);
};

/** When mood stops being negative; where it is not any more, when it stopped. */
export const setNegative = ({ state, now, deps }: Draft): void => {
  state.mood.negativeUntil = negativeUntil(state.mood, now, deps.catalogue.policy.mood);
};
