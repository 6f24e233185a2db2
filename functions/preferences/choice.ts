import type { Context } from 'hono';
import { decisionId } from '../../core/customer/decision-id.ts';
import type { ChoiceNow } from '../../core/customer/gestures/choosable.ts';
import { chosenGesture } from '../../core/customer/gestures/records.ts';
import { shortId } from '../../core/customer/model/bound.ts';
import type { GestureRecord } from '../../core/customer/model/gesture.ts';
import { ownValue } from '../../core/own-value.ts';
import { CHOSEN_EVENT } from '../../language/catalogue/gesture-events.ts';
import { PERSON } from '../../language/catalogue/giver.ts';
import { titleIn } from '../../language/catalogue/spoken-title.ts';
import { type Asking, askingOf } from '../shared/asking.ts';
import { standsAlready } from './answer-form.ts';
import { type ChoiceShown, choicePage, endPage } from './choice-page.ts';
import { beside, type ClaimOf, type PreferencesDeps } from './deps.ts';
import { over } from './over.ts';
import { speechFor } from './speech.ts';

type Claim = ClaimOf<'answer'>;

/** So often is looked what became of a choice, before the page says that it will be known in a minute. */
const LOOKS = 10;

/** What there is to choose now, and what was given of it; undefined where nothing is known of the person, or nothing any more. */
const lookAt = async (deps: PreferencesDeps, claim: Claim) => {
  const { catalogue } = deps;
  const moment = ownValue(catalogue.moments, claim.moment);
  const state = moment && (await deps.load(claim.customer));
  if (!moment || !state || state.erased !== undefined) return undefined;
  const about = { enrolment: claim.enrolment, decision: shortId(decisionId(claim)) };
  const spent = await deps.spentOf(state.enrolments[claim.enrolment]?.offers?.kinds ?? []);
  // Conditions are read only where somebody chooses.
  const { choiceNow } = await import('../../core/customer/gestures/choosable.ts');
  const now = await choiceNow(state, about, { now: deps.now(), catalogue, spent });
  const asking = askingOf(moment, claim.locale, { kinds: now?.left ?? [], gestures: catalogue.gestures });
  const gesture = chosenGesture(state, claim.enrolment);
  const offers = state.enrolments[claim.enrolment]?.offers;
  const isPersons =
    offers?.to === about.decision && !now && (offers.chose === PERSON || (!gesture && offers.refused !== undefined));
  return asking && { state, now, asking, gesture, isPersons };
};

type Looked = NonNullable<Awaited<ReturnType<typeof lookAt>>>;

/** What a kind is called in the language of the message. */
const nameOf = ({ catalogue }: PreferencesDeps, { locale }: Asking, kind: string): string => {
  const title = ownValue(catalogue.gestures?.kinds ?? {}, kind)?.title;
  const words = title ? titleIn(title, locale) : kind;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

const frame = async (deps: PreferencesDeps, c: Context, claim: Claim, { asking }: Looked) => ({
  speech: speechFor(deps.catalogue, c, { locale: asking.locale }),
  preferences: beside((await deps.links()).preferences(claim.customer, c.req.param('token'))),
});

const showForm = async (
  deps: PreferencesDeps,
  c: Context,
  claim: Claim,
  looked: Looked,
  content: Omit<ChoiceShown, 'asking' | 'preferences'>,
) => {
  const { speech, preferences } = await frame(deps, c, claim, looked);
  return choicePage(speech, { asking: looked.asking, preferences, ...content });
};

/** What can be changed no more: it is given, or a person has it. */
const showEnd = async (deps: PreferencesDeps, c: Context, claim: Claim, looked: Looked) => {
  const { gesture, isPersons, asking } = looked;
  if (!isPersons && !(gesture && isOnItsWay(gesture))) return over(deps, c, claim);
  const { speech, preferences } = await frame(deps, c, claim, looked);
  const of = isPersons ? 'person' : gesture?.state === 'confirmed' ? 'confirmed' : 'given';
  return c.html(endPage(speech, { of, gesture: gesture ? nameOf(deps, asking, gesture.kind) : '', preferences }));
};

const isOnItsWay = ({ state }: GestureRecord): boolean => state === 'given' || state === 'confirmed';

/** What the page says of a choice that stands. */
const standing = (deps: PreferencesDeps, { asking }: Looked, { chose, isReserved }: ChoiceNow) => {
  if (chose === undefined || chose === PERSON) return {};
  return {
    notice: { of: isReserved ? ('reserved' as const) : ('noted' as const), gesture: nameOf(deps, asking, chose) },
  };
};

/** Shows what would help, with what was tapped marked. To open it chooses nothing. */
export const showChoice = async (deps: PreferencesDeps, c: Context, claim: Claim) => {
  const looked = await lookAt(deps, claim);
  if (!looked) return over(deps, c, claim);
  const { now, asking } = looked;
  if (!now) return showEnd(deps, c, claim, looked);
  const tapped = c.req.query('answer');
  const isKnown = tapped !== undefined && ownValue(deps.catalogue.moments, claim.moment)?.gestures?.includes(tapped);
  if (isKnown && !now.left.includes(tapped)) return showGone(deps, c, claim, looked, tapped, 200);
  const chosen = asking.choices.find(({ value }) => value === (tapped ?? now.chose))?.value;
  return c.html(
    await showForm(deps, c, claim, looked, { chosen: chosen ?? now.chose, ...standing(deps, looked, now) }),
  );
};

/** It is not possible any more: what is left is shown, and a way to a person. */
const showGone = async (
  deps: PreferencesDeps,
  c: Context,
  claim: Claim,
  looked: Looked,
  kind: string,
  status: 200 | 409,
) => {
  const notice = { of: 'gone' as const, gesture: nameOf(deps, looked.asking, kind) };
  return c.html(await showForm(deps, c, claim, looked, { chosen: undefined, notice }), status);
};

/** Looks until it is known what became of a choice, or it takes too long. */
const outcomeOf = async (deps: PreferencesDeps, claim: Claim, kind: string): Promise<Looked | undefined> => {
  let looked = await lookAt(deps, claim);
  for (let look = 0; look < LOOKS && looked?.now && !isDecided(looked.now, kind); look++) {
    await deps.pause();
    looked = await lookAt(deps, claim);
  }
  return looked;
};

const isDecided = ({ chose, isReserved, refused }: ChoiceNow, kind: string): boolean =>
  (chose === kind && isReserved) || (chose === undefined && refused.includes(kind));

/** Puts the choice on the bus, and shows what became of it. */
export const chooseOne = async (deps: PreferencesDeps, c: Context, claim: Claim) => {
  const looked = await lookAt(deps, claim);
  if (!looked) return over(deps, c, claim);
  if (!looked.now) return showEnd(deps, c, claim, looked);
  const { answer, sent } = await c.req.parseBody().catch((): Record<string, string> => ({}));
  const kind = String(answer ?? '');
  const kinds = ownValue(deps.catalogue.moments, claim.moment)?.gestures ?? [];
  if (kind !== PERSON && !kinds.includes(kind))
    return c.html(await showForm(deps, c, claim, looked, { chosen: undefined, notice: { of: 'missing' } }), 422);
  if (kind !== PERSON && !looked.now.left.includes(kind)) return showGone(deps, c, claim, looked, kind, 409);
  const { chose, isReserved } = looked.now;
  if (standsAlready(kind, sent, isReserved ? chose : undefined)) return c.redirect(`${c.req.param('token')}`, 303);
  const detail = { customerId: looked.state.id, decision: decisionId(claim), gesture: kind };
  await deps.publish([{ type: CHOSEN_EVENT, detail }]);
  deps.count('Chosen');
  const after = await outcomeOf(deps, claim, kind);
  if (!after) return over(deps, c, claim);
  if (!after.now) return showEnd(deps, c, claim, after);
  if (kind !== PERSON && after.now.chose === undefined && after.now.refused.includes(kind))
    return showGone(deps, c, claim, after, kind, 409);
  // The page itself says so by now, and one can go back to it.
  if (kind !== PERSON && isDecided(after.now, kind)) return c.redirect(`${c.req.param('token')}`, 303);
  const notice =
    kind === PERSON
      ? ({ of: 'person' } as const)
      : ({ of: 'noted', gesture: nameOf(deps, after.asking, kind) } as const);
  return c.html(await showForm(deps, c, claim, after, { chosen: kind, notice }));
};
