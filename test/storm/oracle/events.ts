import type { CustomerState } from '../../../core/customer/model/state.ts';
import { OURS } from '../../../functions/shared/source.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Run } from '../functions.ts';
import type { RawEvent } from '../traffic.ts';
import type { HeardEvent } from './knowledge.ts';
import type { EventRecord, Ledger } from './ledger.ts';

/** By these a message of which nobody knew did not arrive. */
const LOST = ['message.bounced', 'message.soft_bounced', 'message.opted_out'];

/** What only an event brings about. */
const EFFECTS = ['signal', 'entered', 'not-entered', 'goal', 'delivery'];
const SEEN = 64;

/** A key as events.yaml has it: fields and texts that `&` joins, where `$exists(field) ?` stands before it only with that field. */
const ownKeyOf = (source: string, detail: RawEvent['detail']): unknown => {
  const [, needed, joined = source] = /^\$exists\((\w+)\) \? (.+)$/.exec(source) ?? [];
  if (needed !== undefined && detail[needed] === undefined) return undefined;
  const parts = joined.split(' & ').map((part) => (part.startsWith('"') ? part.slice(1, -1) : detail[part]));
  return parts.length === 1 ? parts[0] : parts.map((part) => part ?? '').join('');
};

/** What a repeat is known by: our own decision, the producer's own key, or the id it has on the bus. */
const keyOf = ({ id, source, detail, addressed, 'detail-type': type }: RawEvent, { events }: Catalogue): string => {
  if (addressed) return id;
  if (source === OURS) return String(detail.decision);
  const own = events[type]?.id;
  const value = own === undefined ? undefined : ownKeyOf(own, detail);
  return value === undefined ? id : `${type}#${value}`;
};

type IsRepeat = (event: RawEvent) => boolean;

/** Ids that are one person's already are told to be so once more. */
const isTold = (event: RawEvent, answers: string[]): boolean =>
  event['detail-type'] === 'customer.merged' && answers.every((answer) => answer === 'duplicate');

/** What becomes of each event: applied once, and never lost. */
export const createEventWatch = (ledger: Ledger) => {
  const { record: history, appliedAt, know, counted, steps, broken } = ledger;
  const { events } = history;

  const published = (event: RawEvent, bad?: string): void => {
    events.set(event.id, { event, answers: [], commits: 0, ...(bad ? { bad } : {}) });
  };

  const startsAny = (type: string): boolean =>
    Object.values(ledger.last?.catalogue.journeys ?? {}).some(({ enter }) => enter.on.includes(type));

  const intakeAnswered = (event: RawEvent, answer: string): void => {
    const record = events.get(event.id);
    // Whoever was erased may be told of it anew.
    const isAgain = history.erasures === 0 && answer === 'applied' && record?.answers.includes(answer);
    if (isAgain) broken('I6', `${event.id} (${event['detail-type']}) was applied twice.`);
    if (record) record.answers.push(answer);
    else if (answer.startsWith('rejected')) broken('I4', `Our own ${event['detail-type']} was ${answer}.`);
    else if (answer === 'skipped' && !event.addressed && startsAny(event['detail-type']))
      broken('I4', `Our own ${event['detail-type']} was skipped, and may start a journey.`);
  };

  /** So many of its own type at least are remembered: the largest of all types makes room. */
  const fairShare = (): number =>
    Math.ceil((SEEN + 1) / new Set([...appliedAt.values()].map(({ type }) => type)).size) - 1;

  /** The event of this commit as it counts from now on; undefined where it is a repeat, stale, or there is none. */
  const takeEvent = (run: Run, state: CustomerState): HeardEvent | undefined => {
    const { incoming, event } = run;
    if (!incoming || !event) return undefined;
    const key = keyOf(event, run.catalogue);
    if (incoming.id !== key) broken('I6', `${event.id} (${incoming.type}) is known by ${incoming.id}, not by ${key}.`);
    const noted = state.journal.some((entry) => entry.kind === 'rejected' && entry.id === incoming.id);
    // A duplicate may still write: it finds a held step whose time has come. It means nothing else.
    if (appliedAt.has(incoming.id) && !noted) {
      const meant = state.journal.filter(({ kind }) => EFFECTS.includes(kind));
      if (meant.length > 0) broken('I6', `${event.id} (${incoming.type}) was applied twice.`);
      return undefined;
    }
    const stale = state.journal.some((entry) => entry.kind === 'rejected' && entry.reason === 'stale');
    const record = events.get(event.id);
    if (record) record.commits++;
    // A time in the future is taken as now, by the clock of the commit.
    const at = Math.min(Date.parse(incoming.at), state.at);
    const newer = [...appliedAt.values()].filter((other) => other.type === incoming.type && other.at >= at).length;
    if (stale && newer < fairShare()) broken('I4', `${event.id} was called stale with ${newer} newer of its type.`);
    appliedAt.set(incoming.id, { type: incoming.type, at });
    const heardEvent = { id: incoming.id, type: incoming.type, at, detail: incoming.fields };
    know.take(heardEvent, run.catalogue, stale, state.at);
    const decision = String(incoming.fields.decision);
    // What came back did not reach anybody.
    const step = steps.get(decision);
    if (LOST.includes(incoming.type) && step?.finals[0]?.outcome === 'unknown') {
      counted.delete(decision);
      step.bounced = true;
      const entry = state.decisions.find((one) => `${one.enrolment}/${one.step}/${one.visit}` === decision);
      if (entry && entry.outcome !== 'failed') broken('I4', `${decision} came back and is ${entry.outcome}.`);
    }
    return stale ? undefined : heardEvent;
  };

  const isRepeat = (event: RawEvent): boolean =>
    ledger.last !== undefined && appliedAt.has(keyOf(event, ledger.last.catalogue));

  const verdictOnEvent = ({ event, bad, answers, commits }: EventRecord, isRepeated: IsRepeat): void => {
    const place = `${event.id} (${event['detail-type']})`;
    if (answers.length === 0) {
      broken('I4', `${place} vanished.`);
      return;
    }
    const wrong = answers.filter((answer) => (bad ? answer !== `rejected:${bad}` : answer.startsWith('rejected')));
    if (wrong.length > 0) broken('I4', `${place} was ${wrong.join()}.`);
    // The word of a provider, or of a colleague, about somebody of whom nothing is known yet makes nobody of them.
    if (answers.includes('skipped') && /^(message|agent)\./.test(event['detail-type'])) return;
    // It is of no item: whom it is about is told by themselves.
    if (!event.addressed && ledger.last?.catalogue.events[event['detail-type']]?.everyone) return;
    // A producer's retry is a repeat of another.
    if (!bad && commits === 0 && !isRepeated(event) && !isTold(event, answers) && history.erasures === 0)
      broken('I4', `${place} was ${answers.join()} and never applied.`);
  };

  /** `isRepeated`: by whatever id of theirs. */
  const verdictOnEvents = (isRepeated: IsRepeat): void => {
    for (const record of events.values()) verdictOnEvent(record, isRepeated);
  };

  return { published, intakeAnswered, takeEvent, isRepeat, verdictOnEvents };
};
