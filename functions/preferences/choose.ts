import type { Context } from 'hono';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { claimOf, dayOf, type PreferencesDeps } from './deps.ts';
import { choiceEvent, pauseEvent } from './events.ts';
import { type Choice, choicesOf, type Option, optionsOf } from './options.ts';
import { preferencesPage, type Shown } from './pages.ts';

const PAUSE_DAYS: Record<string, number> = { week: 7, month: 30, open: 36_525 };
/** A pause longer than this has no end that is worth a date. */
const FAR = 3650 * DAY;

const pausedText = (deps: PreferencesDeps, until: number, state: CustomerState | undefined): string | undefined => {
  const left = until - deps.now();
  if (left <= 0) return undefined;
  return left > FAR ? 'until further notice' : `until ${dayOf(deps, until, state)}`;
};

const shown = (deps: PreferencesDeps, state: CustomerState | undefined): Shown => ({
  options: optionsOf(deps.catalogue, state?.consent),
  paused: pausedText(deps, state?.paused?.until ?? 0, state),
});

/** What this customer hears from us, as it stands. */
export const showChoices = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer } = await claimOf(deps, c, 'preferences');
  return c.html(preferencesPage(shown(deps, await deps.load(customer))));
};

/** Puts on the bus what the form chose, and shows it as it will stand. */
export const choose = (deps: PreferencesDeps) => async (c: Context) => {
  const { customer } = await claimOf(deps, c, 'preferences');
  const form = await formOf(c);
  const state = await deps.load(customer);
  const page = shown(deps, state);
  const [pause = ''] = form.get('pause') ?? [];
  const days = Object.hasOwn(PAUSE_DAYS, pause) ? PAUSE_DAYS[pause] : undefined;
  if (form.has('resume')) {
    await deps.publish([pauseEvent(customer, deps.now())]);
    deps.count('Resumed');
    return c.html(preferencesPage({ ...page, paused: undefined, notice: 'We write to you again.' }));
  }
  if (days !== undefined) {
    const until = deps.now() + (days * DAY) / deps.catalogue.pace;
    await deps.publish([pauseEvent(customer, until)]);
    deps.count('Paused');
    const notice = 'Saved. Enjoy the quiet.';
    return c.html(preferencesPage({ ...page, paused: pausedText(deps, until, state), notice }));
  }
  const { was = new Set<string>(), on = new Set<string>() } = Object.fromEntries(form);
  const choices = form.has('save') ? choicesOf(page.options, was, on) : [];
  if (choices.length === 0) return c.html(preferencesPage({ ...page, notice: 'Nothing was changed.' }));
  await deps.publish(choices.map((choice) => choiceEvent(deps.catalogue, customer, choice)));
  for (const _ of choices) deps.count('PreferenceChanged');
  const notice = 'Saved. It counts from now on, whoever of us writes.';
  return c.html(preferencesPage({ ...page, options: chosen(page.options, choices), notice }));
};

/** Every value of each field. A body that is no form has none. */
const formOf = async (c: Context): Promise<Map<string, Set<string>>> => {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}));
  return new Map(
    Object.entries(body).map(([name, value]) => [name, new Set((Array.isArray(value) ? value : [value]).map(String))]),
  );
};

/** The options as they will stand: the events that say so are still on their way. */
const chosen = (options: Option[], choices: Choice[]): Option[] =>
  options.map((option) => {
    const mine = choices.find(({ kind, id }) => kind === option.kind && id === option.id);
    return mine ? { ...option, on: mine.choice === 'granted' } : option;
  });
