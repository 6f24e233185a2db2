import { mayTakeBack } from '../../core/customer/commands/apply-gesture.ts';
import { customerBudgets, demandsOf, sharedBudgets, usedBy } from '../../core/customer/gestures/budgets.ts';
import type { Giving } from '../../core/customer/gestures/is-giving.ts';
import { whyNotGiven } from '../../core/customer/gestures/may-give.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { NOT_GIVEN } from '../../core/explain/words/not-given.ts';
import { emitCaps } from '../../core/gate/work-caps.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Gesture, NotGiven } from '../../language/catalogue/gesture.ts';
import { type Giver, PERSON } from '../../language/catalogue/giver.ts';
import type { Budgets } from '../shared/stores/budgets.ts';
import type { GestureBudget, GestureKind, Gestures, GivenGesture, OpenChoice } from './contract/gestures.ts';
import type { Caller } from './ports.ts';
import { titleOfGesture } from './story/gesture.ts';

interface GestureContext {
  state: CustomerState;
  caller: Caller;
  now: number;
  catalogue: Giving;
  budgets: Pick<Budgets, 'used'>;
}

const AS: readonly [Caller['roles'][number], Giver][] = [
  ['agent', 'agents'],
  ['admin', 'admins'],
];

/** In which of their roles somebody gives a kind: the more modest one first; in the first where they may in none. */
export const givesAs = ({ roles }: Caller, { by }: Pick<Gesture, 'by'>): Giver => {
  const own = AS.flatMap(([role, giver]) => (roles.includes(role) ? [giver] : []));
  return own.find((giver) => by.includes(giver)) ?? own[0] ?? 'agents';
};

/** By what somebody is known whose budget it is. */
export const giverOf = ({ user }: Caller): string => user.name;

/** Why somebody may not give a kind to a customer now, also for what others have given of their budgets. */
export const whyNot = async (
  kind: string,
  { state, caller, now, catalogue, budgets }: GestureContext,
): Promise<NotGiven | undefined> => {
  const gesture = ownValue(catalogue.gestures.kinds, kind);
  if (!gesture) return 'unknown';
  const caps = emitCaps(gesture.emit, { journey: '', step: '' }, catalogue);
  const why = await whyNotGiven(state, { kind, as: givesAs(caller, gesture), caps }, now, catalogue);
  if (why !== undefined) return why;
  const demands = demandsOf(catalogue, kind, { by: giverOf(caller), at: now });
  const amounts = await budgets.used(demands.map(({ key }) => key));
  const full = demands.find(({ amount, most }, place) => (amounts[place] ?? 0) + amount > most);
  return full && (full.scope === 'agent' ? 'agent-budget' : 'stage-budget');
};

/** The budgets of a kind alone, or of all of them. */
const budgetsOf = async (kind: string | undefined, { state, caller, now, catalogue, budgets }: GestureContext) => {
  const giving = { by: giverOf(caller), at: now };
  const own =
    kind === undefined ? [] : demandsOf(catalogue, kind, giving).filter(({ key }) => key.includes(`/${kind}/`));
  const shared = kind === undefined ? sharedBudgets(catalogue, giving) : own;
  const amounts = await budgets.used(shared.map(({ key }) => key));
  const customers: GestureBudget[] =
    kind === undefined
      ? [catalogue.gestures.limits.customer].flatMap((limit) =>
          limit
            ? [
                {
                  scope: 'customer' as const,
                  of: limit.of,
                  used: usedBy(state, undefined, limit.of, now, catalogue),
                  most: limit.most,
                },
              ]
            : [],
        )
      : customerBudgets(state, kind, now, catalogue).flatMap(({ of, limit, used }) =>
          of === 'kind' ? [{ scope: 'customer' as const, of: limit.of, used, most: limit.most }] : [],
        );
  const others = shared.map(
    ({ scope, of, most }, place): GestureBudget => ({ scope, of, used: amounts[place] ?? 0, most }),
  );
  return [
    ...others.filter(({ scope }) => scope === 'agent'),
    ...customers,
    ...others.filter(({ scope }) => scope === 'stage'),
  ];
};

const kindNow = async (kind: string, gesture: Gesture, context: GestureContext): Promise<GestureKind> => {
  const why = await whyNot(kind, context);
  const { about, worth, cost } = gesture;
  return {
    kind,
    title: titleOfGesture(kind, context.catalogue),
    ...(about === undefined ? {} : { about }),
    ...(worth ? { worth } : {}),
    cost,
    ...(why === undefined ? {} : { why, because: NOT_GIVEN[why] }),
    budgets: await budgetsOf(kind, context),
  };
};

const givenNow = ({ state, catalogue }: GestureContext): GivenGesture[] =>
  (state.gestures ?? []).toReversed().map((record) => ({
    gesture: record.id,
    kind: record.kind,
    title: titleOfGesture(record.kind, catalogue),
    state: record.state,
    at: new Date(record.at).toISOString(),
    ...(record.by === undefined ? {} : { by: record.by }),
    ...(record.why === undefined ? {} : { because: NOT_GIVEN[record.why] }),
    ...(record.from === undefined ? {} : { from: record.from.map((kind) => titleOfGesture(kind, catalogue)) }),
    ...(record.until === undefined ? {} : { until: new Date(record.until).toISOString() }),
    mayTakeBack: mayTakeBack(record) && ownValue(catalogue.gestures.kinds, record.kind)?.reverse !== undefined,
  }));

/** What is offered to them and not over: who chose sees it among what they are given, too. */
const choicesNow = ({ state, catalogue, now }: GestureContext): OpenChoice[] =>
  Object.values(state.enrolments).flatMap(({ journey, offers, visit, answer }) => {
    if (!offers || (offers.visit !== undefined && (offers.visit !== visit || answer))) return [];
    const { chose, until } = offers;
    return [
      {
        journey,
        offered: offers.kinds.map((kind) => titleOfGesture(kind, catalogue)),
        ...(chose === PERSON
          ? { person: true as const }
          : chose === undefined
            ? {}
            : { chose: titleOfGesture(chose, catalogue) }),
        ...(until === undefined || until < now ? {} : { until: new Date(until).toISOString() }),
      },
    ];
  });

/** All that is asked of budgets, read at once. */
const readAtOnce = async (
  kinds: string[],
  { caller, now, catalogue, budgets }: GestureContext,
): Promise<GestureContext['budgets']> => {
  const giving = { by: giverOf(caller), at: now };
  const all = [...sharedBudgets(catalogue, giving), ...kinds.flatMap((kind) => demandsOf(catalogue, kind, giving))];
  const keys = [...new Set(all.map(({ key }) => key))];
  const amounts = await budgets.used(keys);
  const byKey = new Map(keys.map((key, place) => [key, amounts[place] ?? 0]));
  return { used: async (budgetKeys) => budgetKeys.map((key) => byKey.get(key) ?? 0) };
};

/** What may be given to a customer now by whoever asks, and what they were given. */
export const gesturesNow = async (context: GestureContext): Promise<Gestures> => {
  const { catalogue } = context;
  const byPeople = Object.entries(catalogue.gestures.kinds).filter(([, { by }]) =>
    by.some((giver) => giver !== 'journeys'),
  );
  const names = byPeople.map(([kind]) => kind);
  const readContext = { ...context, budgets: await readAtOnce(names, context) };
  const choices = choicesNow(readContext);
  return {
    currency: catalogue.gestures.currency,
    budgets: await budgetsOf(undefined, readContext),
    kinds: await Promise.all(byPeople.map(([kind, gesture]) => kindNow(kind, gesture, readContext))),
    given: givenNow(readContext),
    ...(choices.length > 0 ? { choices } : {}),
  };
};
