import type { Context } from 'hono';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { ownHours } from '../../core/gate/own-hours.ts';
import { Frequency, LEAST_OPEN_HOURS, leaveRoom } from '../../language/catalogue/known.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { beside, claimOf, formOf, type PreferencesDeps } from './deps.ts';
import { type ChosenEvent, choiceEvent, frequencyEvent, hoursEvent, pauseEvent } from './events.ts';
import { measuringChosen, measuringPart } from './measuring.ts';
import { choicesOf, type Option, type OptionChoice, optionsOf } from './options.ts';
import { preferencesPage, type Shown } from './pages.ts';
import { type Speech, speechFor } from './speech.ts';

const PAUSE_DAYS: Record<string, number> = { week: 7, month: 30, open: 36_525 };
/** A pause longer than this has no end that is worth a date. */
const FAR = 3650 * DAY;

const pausedUntil = ({ now }: PreferencesDeps, until: number, { day }: Speech): Shown['paused'] => {
  const left = until - now();
  if (left <= 0) return undefined;
  return left > FAR ? {} : { day: day(until) };
};

const shown = async (deps: PreferencesDeps, c: Context, state: CustomerState | undefined, speech: Speech) => {
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
  } satisfies Shown;
};

/** What this customer hears from us, as it stands. */
export const showChoices = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer } = await claimOf(deps, c, 'preferences');
  const state = await deps.load(customer);
  const speech = speechFor(deps.catalogue, c, { state });
  return c.html(preferencesPage(speech, await shown(deps, c, state, speech)));
};

/** What a form asks for: the events that say so, what counts them, and the page as it will stand. */
interface Asked {
  events: ChosenEvent[];
  counts?: string;
  becomes: Partial<Shown>;
  says: string;
  isRefusal?: true;
}

type Form = Map<string, string[]>;

/** Puts on the bus what the form chose, and shows it as it will stand. */
export const choose = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer } = await claimOf(deps, c, 'preferences');
  const form = await formOf(c);
  const state = await deps.load(customer);
  const speech = speechFor(deps.catalogue, c, { state });
  const page = await shown(deps, c, state, speech);
  const { events, counts, becomes, says, isRefusal } = asked(deps, customer, form, page, speech);
  if (events.length > 0) await deps.publish(events);
  if (counts !== undefined) for (const _ of events) deps.count(counts);
  const notice = { text: says, ...(isRefusal && { isRefusal }) };
  return c.html(preferencesPage(speech, { ...page, ...becomes, notice }), isRefusal ? 422 : 200);
};

const asked = (deps: PreferencesDeps, customer: string, form: Form, page: Shown, speech: Speech): Asked => {
  const [act] = form.get('act') ?? [];
  if (form.has('resume')) {
    const events = [pauseEvent(customer, deps.now())];
    return { events, counts: 'Resumed', becomes: { paused: undefined }, says: speech.say('preferences.resumed') };
  }
  const measured = measuringChosen(deps, customer, form.get('measuring') ?? [], speech);
  if (measured) {
    const { event, says, part } = measured;
    return { events: [event], counts: 'PreferenceChanged', becomes: { measuring: part }, says };
  }
  if (form.has('pause')) return askedPause(deps, customer, form, speech);
  if (act === 'frequency') return askedFrequency(customer, form, page, speech);
  if (act === 'hours' || act === 'usual-hours') return askedHours(customer, form, act, speech);
  return askedTopics(deps, customer, form, page, speech);
};

const nothing = ({ say }: Speech): Asked => ({ events: [], becomes: {}, says: say('common.unchanged') });

const askedPause = (deps: PreferencesDeps, customer: string, form: Form, speech: Speech): Asked => {
  const [pause = ''] = form.get('pause') ?? [];
  const days = Object.hasOwn(PAUSE_DAYS, pause) ? PAUSE_DAYS[pause] : undefined;
  if (days === undefined) return nothing(speech);
  const until = deps.now() + (days * DAY) / deps.catalogue.pace;
  const becomes = { paused: pausedUntil(deps, until, speech) };
  return {
    events: [pauseEvent(customer, until)],
    counts: 'Paused',
    becomes,
    says: speech.say('preferences.paused'),
  };
};

const askedFrequency = (customer: string, form: Form, page: Shown, speech: Speech): Asked => {
  const frequency = Frequency.safeParse(form.get('frequency')?.[0]).data;
  if (frequency === undefined || frequency === page.frequency) return nothing(speech);
  const events = [frequencyEvent(customer, frequency)];
  return { events, counts: 'FrequencyChosen', becomes: { frequency }, says: speech.say('common.saved') };
};

const askedHours = (customer: string, form: Form, act: string, { say }: Speech): Asked => {
  const saved = { counts: 'HoursChosen', says: say('common.saved') };
  if (act === 'usual-hours') return { events: [hoursEvent(customer)], becomes: { own: undefined }, ...saved };
  const own = { from: form.get('from')?.[0] ?? '', to: form.get('to')?.[0] ?? '' };
  if (!leaveRoom(own.from, own.to))
    return {
      events: [],
      becomes: {},
      says: say('preferences.hours-short', { hours: LEAST_OPEN_HOURS }),
      isRefusal: true,
    };
  return { events: [hoursEvent(customer, own)], becomes: { own }, ...saved };
};

const askedTopics = (deps: PreferencesDeps, customer: string, form: Form, page: Shown, speech: Speech): Asked => {
  const [was, on] = [new Set(form.get('was')), new Set(form.get('on'))];
  const choices = form.has('save') ? choicesOf(page.options, was, on) : [];
  if (choices.length === 0) return nothing(speech);
  return {
    events: choices.map((choice) => choiceEvent(deps.catalogue, customer, choice)),
    counts: 'PreferenceChanged',
    becomes: { options: chosen(page.options, choices) },
    says: speech.say('common.saved'),
  };
};

/** The options as they will stand: the events that say so are still on their way. */
const chosen = (options: Option[], choices: OptionChoice[]): Option[] =>
  options.map((option) => {
    const mine = choices.find(({ kind, id }) => kind === option.kind && id === option.id);
    return mine ? { ...option, on: mine.choice === 'granted', isChosen: true } : option;
  });
