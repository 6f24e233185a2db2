import type { Context } from 'hono';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { ownHours } from '../../core/gate/own-hours.ts';
import { Frequency, LEAST_OPEN_HOURS, leaveRoom } from '../../language/catalogue/known.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { Speech } from '../shared/speech.ts';
import { answerForm, type DoneWord, doneIn } from './answer-form.ts';
import { beside, claimOf, formOf, type PreferencesDeps } from './deps.ts';
import { type ChosenEvent, choiceEvent, frequencyEvent, hoursEvent, pauseEvent } from './events.ts';
import { measuringChosen, measuringPart } from './measuring.ts';
import { choicesOf, type Option, type OptionChoice, optionsOf } from './options.ts';
import { type PreferencesShown, preferencesPage } from './pages.ts';
import { speechFor } from './speech.ts';

const PAUSE_DAYS: Record<string, number> = { week: 7, month: 30, open: 36_525 };
/** A pause longer than this has no end that is worth a date. */
const FAR = 3650 * DAY;

const pausedUntil = ({ now }: PreferencesDeps, until: number, { day }: Speech): PreferencesShown['paused'] => {
  const left = until - now();
  if (left <= 0) return undefined;
  return left > FAR ? {} : { day: day(until) };
};

const loadPage = async (deps: PreferencesDeps, c: Context, state: CustomerState | undefined, speech: Speech) => {
  const { catalogue } = deps;
  const { customer } = await claimOf(deps, c, 'preferences');
  return {
    options: optionsOf(catalogue, state?.consent, speech),
    frequency: state?.frequency?.choice ?? 'as-now',
    own: state && ownHours(state),
    usual: catalogue.policy.quietHours,
    paused: pausedUntil(deps, state?.paused?.until ?? 0, speech),
    measuring: measuringPart(deps, state ?? { consent: {} }, speech),
    known: beside((await deps.links()).known(customer, c.req.param('token'))),
  } satisfies PreferencesShown;
};

/** What this customer hears from us, as it stands. */
export const showChoices = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer } = await claimOf(deps, c, 'preferences');
  const state = await deps.load(customer);
  const speech = speechFor(deps.catalogue, c, { state });
  const done = doneIn(c);
  const page = await loadPage(deps, c, state, speech);
  return c.html(preferencesPage(speech, { ...page, ...(done && { notice: { text: speech.say(done) } }) }));
};

/** A part of what a form asks for: the events that say so, what counts them, and the page as it will stand. */
interface PreferenceChange {
  events: ChosenEvent[];
  counts?: string;
  becomes: Partial<PreferencesShown>;
  says: DoneWord;
}

/** What was asked for and cannot be. */
interface Refused {
  becomes: Partial<PreferencesShown>;
  refusal: string;
}

type Form = Map<string, string[]>;

/** Puts on the bus what the form chose, and shows it as it will stand. */
export const choose = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer } = await claimOf(deps, c, 'preferences');
  const form = await formOf(c);
  const state = await deps.load(customer);
  const speech = speechFor(deps.catalogue, c, { state });
  const page = await loadPage(deps, c, state, speech);
  const parts = readChanges(deps, customer, form, page, speech);
  const changes = parts.filter((part) => 'events' in part);
  const events = changes.flatMap((part) => part.events);
  if (events.length > 0) await deps.publish(events);
  for (const { counts, events } of changes) if (counts !== undefined) for (const _ of events) deps.count(counts);
  const becomes: Partial<PreferencesShown> = Object.assign({}, ...parts.map((part) => part.becomes));
  const refused = parts.find((part) => 'refusal' in part);
  if (refused) {
    const text = [...changes.slice(0, 1).map(({ says }) => speech.say(says)), refused.refusal].join(' ');
    return c.html(preferencesPage(speech, { ...page, ...becomes, notice: { text, isRefusal: true } }), 422);
  }
  const done = changes[0]?.says ?? 'common.unchanged';
  const notice = { text: speech.say(done) };
  return answerForm(deps, c, {
    page: preferencesPage(speech, { ...page, ...becomes, notice }),
    look: async () =>
      preferencesPage(speech, { ...(await loadPage(deps, c, await deps.load(customer), speech)), notice }),
    query: { done },
  });
};

/** What the pressed button is for comes first: it is what is told. */
const readChanges = (
  deps: PreferencesDeps,
  customer: string,
  form: Form,
  page: PreferencesShown,
  speech: Speech,
): (PreferenceChange | Refused)[] =>
  [
    readResume(deps, customer, form),
    readMeasuring(deps, customer, form, speech),
    readPause(deps, customer, form, speech),
    readTopics(deps, customer, form, page),
    readFrequency(customer, form, page),
    readHours(customer, form, speech),
  ].filter((part) => part !== undefined);

const readResume = (deps: PreferencesDeps, customer: string, form: Form): PreferenceChange | undefined =>
  form.has('resume')
    ? {
        events: [pauseEvent(customer, deps.now())],
        counts: 'Resumed',
        becomes: { paused: undefined },
        says: 'preferences.resumed',
      }
    : undefined;

const readMeasuring = (
  deps: PreferencesDeps,
  customer: string,
  form: Form,
  speech: Speech,
): PreferenceChange | undefined => {
  const measured = measuringChosen(deps, customer, form.get('measuring') ?? [], speech);
  if (!measured) return undefined;
  const { event, says, part } = measured;
  return { events: [event], counts: 'PreferenceChanged', becomes: { measuring: part }, says };
};

const readPause = (
  deps: PreferencesDeps,
  customer: string,
  form: Form,
  speech: Speech,
): PreferenceChange | undefined => {
  const [pause = ''] = form.get('pause') ?? [];
  const days = Object.hasOwn(PAUSE_DAYS, pause) ? PAUSE_DAYS[pause] : undefined;
  if (days === undefined) return undefined;
  const until = deps.now() + (days * DAY) / deps.catalogue.pace;
  const becomes = { paused: pausedUntil(deps, until, speech) };
  return {
    events: [pauseEvent(customer, until)],
    counts: 'Paused',
    becomes,
    says: 'preferences.paused',
  };
};

const readFrequency = (customer: string, form: Form, page: PreferencesShown): PreferenceChange | undefined => {
  const frequency = Frequency.safeParse(form.get('frequency')?.[0]).data;
  const [was = page.frequency] = form.get('was-frequency') ?? [];
  if (frequency === undefined || frequency === was) return undefined;
  const events = [frequencyEvent(customer, frequency)];
  return { events, counts: 'FrequencyChosen', becomes: { frequency }, says: 'common.saved' };
};

/** Hours that nobody touched are no choice, unless their own button is pressed. */
const readHours = (customer: string, form: Form, { say }: Speech): PreferenceChange | Refused | undefined => {
  const one = (name: string): string => form.get(name)?.[0] ?? '';
  const act = one('act');
  const saved = { counts: 'HoursChosen', says: 'common.saved' as const };
  if (act === 'usual-hours') return { events: [hoursEvent(customer)], becomes: { own: undefined }, ...saved };
  const own = { from: one('from'), to: one('to') };
  const isTouched = form.has('was-from') && (own.from !== one('was-from') || own.to !== one('was-to'));
  if (act !== 'hours' && !isTouched) return undefined;
  if (!leaveRoom(own.from, own.to))
    return { becomes: { typed: own }, refusal: say('preferences.hours-short', { hours: LEAST_OPEN_HOURS }) };
  return { events: [hoursEvent(customer, own)], becomes: { own }, ...saved };
};

const readTopics = (
  deps: PreferencesDeps,
  customer: string,
  form: Form,
  page: PreferencesShown,
): PreferenceChange | undefined => {
  const [was, on] = [new Set(form.get('was')), new Set(form.get('on'))];
  const choices = choicesOf(page.options, was, on);
  if (choices.length === 0) return undefined;
  return {
    events: choices.map((choice) => choiceEvent(deps.catalogue, customer, choice)),
    counts: 'PreferenceChanged',
    becomes: { options: applyChoices(page.options, choices) },
    says: 'common.saved',
  };
};

/** The options as they will stand: the events that say so are still on their way. */
const applyChoices = (options: Option[], choices: OptionChoice[]): Option[] =>
  options.map((option) => {
    const mine = choices.find(({ kind, id }) => kind === option.kind && id === option.id);
    return mine ? { ...option, on: mine.choice === 'granted', isChosen: true } : option;
  });
