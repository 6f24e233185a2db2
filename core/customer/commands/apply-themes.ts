import type { EventType } from '../../../language/catalogue/event.ts';
import { evaluate } from '../../../language/expressions/condition.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import type { Draft } from '../draft.ts';
import { shortId } from '../model/bound.ts';
import { clip } from '../model/clip.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { LIMITS } from '../model/limits.ts';
import type { CustomerState } from '../model/state.ts';
import type { AskedFor, AskedThemes } from '../model/theme.ts';

/** The built-in event by which a colleague notes a theme, or takes it away. */
const SET = 'customer.theme_set';

const keep = ({ state }: Draft, theme: string, request: AskedFor): void => {
  const current = ownValue(state.themes ?? {}, theme);
  if (current && current.at > request.at) return;
  state.themes = newest({ ...state.themes, [theme]: request });
};

/** Of more than the item has room for the newest stay. */
const newest = (themes: AskedThemes): AskedThemes =>
  Object.fromEntries(
    Object.entries(themes)
      .toSorted(([, one], [, other]) => other.at - one.at)
      .slice(0, LIMITS.themes),
  );

const quoted = (quote: unknown): Pick<AskedFor, 'quote'> =>
  typeof quote === 'string' && quote.trim() !== '' ? { quote: clip(quote, LIMITS.quote) } : {};

/** Keeps what somebody asks for in their words, or what a colleague notes of it. What is told of later than it happened counts by its own time. */
export const applyThemes = (draft: Draft, { type: event, at, fields, themes = [] }: IncomingEvent): void => {
  const happened = Date.parse(at);
  for (const { theme, quote } of themes) keep(draft, theme, { at: happened, event, ...quoted(quote) });
  if (event !== SET) return;
  const theme = shortId(String(fields.theme));
  if (fields.choice === 'set') {
    // What no change can be about is not kept.
    if (!Object.hasOwn(draft.deps.catalogue.policy.themes ?? {}, theme)) return;
    keep(draft, theme, { at: happened, event, ...quoted(fields.quote), noted: true });
    return;
  }
  const current = ownValue(draft.state.themes ?? {}, theme);
  if (!current || current.at > happened) return;
  const { [theme]: _, ...others } = draft.state.themes ?? {};
  draft.state.themes = others;
};

/** Of two ids of one person, what was said last. */
export const joinThemes = (state: CustomerState, from: CustomerState): void => {
  if (!from.themes) return;
  const all = { ...state.themes };
  for (const [theme, request] of Object.entries(from.themes))
    if ((ownValue(all, theme)?.at ?? 0) < request.at) all[theme] = request;
  state.themes = newest(all);
};

/** An event about a theme says to whoever asked for that what they said, and when. */
export const withWhatTheySaid = async (
  { state }: Draft,
  { theme: about }: EventType,
  event: IncomingEvent,
): Promise<IncomingEvent> => {
  if (about === undefined) return event;
  const theme = await evaluate(about, { ...event.fields, at: event.at });
  const request = theme === undefined ? undefined : ownValue(state.themes ?? {}, shortId(String(theme)));
  const { said: _, saidAt: __, ...fields } = event.fields;
  if (!request || request.at > Date.parse(event.at)) return { ...event, fields };
  return {
    ...event,
    fields: { ...fields, ...(request.quote !== undefined && { said: request.quote }), saidAt: iso(request.at) },
  };
};
