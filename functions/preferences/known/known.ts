import type { Context } from 'hono';
import { cloneState } from '../../../core/customer/model/clone-state.ts';
import { factsOf } from '../../../core/customer/model/facts.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { rehearWithout } from '../../../core/customer/rehear.ts';
import { ownValue } from '../../../core/own-value.ts';
import { QUESTIONS, spokenIn } from '../../../language/catalogue/question.ts';
import type { Speech } from '../../shared/speech.ts';
import { keptValue, statedField } from '../../shared/stated-field.ts';
import { answerForm, type DoneWord, doneIn } from '../answer-form.ts';
import { beside, formOf, type PreferencesDeps } from '../deps.ts';
import { type ChosenEvent, correctionEvent, disputeEvent, themeGoneEvent } from '../events.ts';
import { aboutOf, nobody } from './about.ts';
import { factName, factsShown } from './facts.ts';
import { type KnownShown, knownPage, MOST_TYPED } from './known-page.ts';
import { answersShown, moodNow, moodsShown } from './moods.ts';
import { themesShown } from './themes.ts';

const loadPage = async (
  deps: PreferencesDeps,
  c: Context,
  state: CustomerState,
  speech: Speech,
): Promise<Omit<KnownShown, 'notice'>> => {
  const token = c.req.param('token') ?? '';
  const scales = QUESTIONS[spokenIn(speech.locale) ?? 'en'];
  return {
    facts: factsShown(state, deps.catalogue, speech),
    answers: answersShown(state, speech, (scale) => scales[scale].question),
    moods: moodsShown(state, deps.catalogue, speech),
    themes: themesShown(state, speech),
    now: moodNow(factsOf(state, deps.now(), deps.catalogue), speech),
    ways: {
      preferences: beside((await deps.links()).preferences(state.id, token)),
      download: `${token}/download`,
      erase: `${token}/erase`,
    },
  };
};

/** Everything that we know of this customer. */
export const showKnown = (deps: PreferencesDeps) => async (c: Context) => {
  const { state, speech } = await aboutOf(deps, c);
  if (!state) return nobody(c, speech);
  const done = doneIn(c);
  const fact = c.req.query('fact');
  const notice =
    done && (fact === undefined || isFact(deps, fact)) ? { notice: { text: noticeText({ done, fact }, speech) } } : {};
  return c.html(knownPage(speech, { ...(await loadPage(deps, c, state, speech)), ...notice }));
};

/** An address has no other name than one of ours. */
const isFact = ({ catalogue }: PreferencesDeps, name: string): boolean =>
  Object.values(catalogue.events).some(({ sets }) => ownValue(sets, name) !== undefined);

/** What was done, and to which fact. */
interface Done {
  done: DoneWord;
  fact?: string | undefined;
}

const noticeText = ({ done, fact }: Done, speech: Speech): string =>
  speech.say(done, fact === undefined ? {} : { fact: factName(fact, speech) });

/** What a form says: the event of it, what counts it, the state as it will stand, and what is told. */
interface KnownChange extends Done {
  event: ChosenEvent;
  counts?: [name: string, by?: Record<string, string>];
  becomes: CustomerState;
}

interface Refused {
  refusal: string;
}

/** Puts on the bus what the form corrects or disputes, and shows what is known as it will stand. */
export const changeKnown = (deps: PreferencesDeps) => async (c: Context) => {
  const { state, speech } = await aboutOf(deps, c);
  if (!state) return nobody(c, speech);
  const form = await formOf(c);
  const one = (name: string): string => form.get(name)?.[0] ?? '';
  const change = await readChange(deps, state, one, speech);
  if ('refusal' in change) {
    const notice = { text: change.refusal, isRefusal: true as const };
    return c.html(knownPage(speech, { ...(await loadPage(deps, c, state, speech)), notice }), 422);
  }
  const { event, counts, becomes, done, fact } = change;
  await deps.publish([event]);
  if (counts) deps.count(...counts);
  const notice = { text: noticeText(change, speech) };
  const pageOf = async (of: CustomerState) => knownPage(speech, { ...(await loadPage(deps, c, of, speech)), notice });
  return answerForm(deps, c, {
    page: await pageOf(becomes),
    look: async () => pageOf((await deps.load(state.id)) ?? state),
    query: { done, ...(fact !== undefined && { fact }) },
  });
};

const readChange = (deps: PreferencesDeps, state: CustomerState, one: (name: string) => string, speech: Speech) => {
  switch (one('act')) {
    case 'correct':
      return readCorrection(deps, state, { attribute: one('fact'), typed: one('value') }, speech);
    case 'remove':
      return readRemoval(deps, state, one('fact'), speech);
    case 'dispute':
      return readDispute(deps, state, one('evidence'), speech);
    case 'not-asked':
      return readThemeRemoval(state, one('theme'), speech);
    default:
      return { refusal: speech.say('common.unchanged') };
  }
};

const refuseGone = ({ say }: Speech): Refused => ({ refusal: say('known.gone') });

/** What turns text around, for who reads it elsewhere. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** As text is kept: in one form, on one line, and never cut within a letter. */
const tidy = (typed: string): string =>
  typed
    .toWellFormed()
    .normalize('NFC')
    .replace(TURNS, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_TYPED)
    .replace(/[\uD800-\uDBFF]$/, '');

const readCorrection = async (
  { catalogue, now }: PreferencesDeps,
  state: CustomerState,
  { attribute, typed }: { attribute: string; typed: string },
  speech: Speech,
): Promise<KnownChange | Refused> => {
  const knownFact = ownValue(state.attributes, attribute);
  const open = factsShown(state, catalogue, speech).find((one) => one.attribute === attribute && one.may === 'correct');
  const field = statedField(catalogue, attribute);
  if (!knownFact || !open || !field) return refuseGone(speech);
  const text = tidy(typed);
  const { input } = open;
  const isOffered = input.kind !== 'words' || input.words.some((word) => word.value === text);
  const value = isOffered ? await keptValue(field, text, state, catalogue) : undefined;
  if (value === undefined) return { refusal: speech.say('known.unfit', { fact: factName(attribute, speech) }) };
  const event = correctionEvent(state.id, attribute, text);
  const corrected = { ...knownFact, value, provenance: 'stated' as const, event: event.type, at: now() };
  return {
    event,
    counts: ['FactCorrected'],
    becomes: { ...state, attributes: { ...state.attributes, [attribute]: corrected } },
    done: 'known.changed',
    fact: attribute,
  };
};

const readRemoval = (
  { catalogue }: PreferencesDeps,
  state: CustomerState,
  attribute: string,
  speech: Speech,
): KnownChange | Refused => {
  const may = factsShown(state, catalogue, speech).find((one) => one.attribute === attribute)?.may;
  if (may !== 'correct' && may !== 'remove') return refuseGone(speech);
  const { [attribute]: _, ...attributes } = state.attributes;
  return {
    event: correctionEvent(state.id, attribute),
    counts: ['FactCorrected'],
    becomes: { ...state, attributes },
    done: 'known.removed',
    fact: attribute,
  };
};

/** The figure says of which event a reader was wrong, and nothing of whose it was or what it said. */
const readDispute = (
  { catalogue, now }: PreferencesDeps,
  state: CustomerState,
  id: string,
  speech: Speech,
): KnownChange | Refused => {
  const piece = state.evidence.find((one) => one.id !== undefined && one.id === id && one.weight !== undefined);
  if (!piece || piece.closes !== undefined) return refuseGone(speech);
  const becomes = cloneState(state);
  rehearWithout({ state: becomes, now: Math.max(now(), state.at), deps: { catalogue } }, (one) => one === piece);
  return {
    event: disputeEvent(state.id, id),
    counts: ['EvidenceDisputed', { Event: piece.event }],
    becomes,
    done: 'known.disputed',
  };
};

const readThemeRemoval = (state: CustomerState, theme: string, speech: Speech): KnownChange | Refused => {
  if (ownValue(state.themes ?? {}, theme) === undefined) return refuseGone(speech);
  const { [theme]: _, ...themes } = state.themes ?? {};
  return {
    event: themeGoneEvent(state.id, theme),
    becomes: { ...state, themes },
    done: 'known.theme-gone',
  };
};
