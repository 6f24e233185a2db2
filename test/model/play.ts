import { chance } from '../../simulator/quarter/random.ts';
import { hasStep, IDS, type Id, type Item, NOBODY, type Standing, stepAfter, type Timer } from './item.ts';
import { merge } from './merge.ts';
import { createOracle } from './oracle.ts';
import { type Command, EVERY, GUARD, Older, PAUSE, reduce, SKEW, WITHIN } from './reduce.ts';
import type { Rule } from './rules.ts';

const HOUR = 3600;
const VISIBLE = 180;
const TIMEOUT = 30;
const LONGEST_RUN = 90;
const SWEEP = 6 * HOUR;
const MOST_STEPS = 30_000;
const MOST_MESSAGES = 300;

interface Message extends Timer {
  id: Id;
  again: number;
  receives: number;
  isOnce?: boolean;
}
interface Run {
  id: Id;
  at: string;
  visit: number;
  machine: number;
  born: number;
  tries: number;
  isOpen: boolean;
  by: number;
}
/** A function at work: it stops wherever others may come between. */
interface Call {
  work: Generator<void, string>;
  born: number;
  done: (answer: string) => void;
  fail: () => void;
  about?: { step: string; visit: number };
}

/** All that an item waits for. */
const timersOf = ({ one, vow }: Item): Omit<Timer, 'at'>[] => [
  ...(one ? [{ timer: one.timer, due: one.due, isVow: false }] : []),
  ...(vow ? [{ timer: vow.timer, due: vow.next, isVow: true }] : []),
];

/** One random schedule with these rules: what broke. */
export const play = (seed: number, rules: ReadonlySet<Rule>): ReadonlySet<string> => {
  const c = chance(seed);
  const has = (rule: Rule): boolean => rules.has(rule);
  const oracle = createOracle();
  let [now, ids, relayed, failures] = [0, 0, 0, 0];
  let left = c.whole(0, 5);
  const items: Record<Id, Item> = { a: NOBODY, b: NOBODY, c: NOBODY };
  const stream: { id: Id; item: Item }[] = [];
  const queue: Message[] = [];
  const runs: Run[] = [];
  const calls: Call[] = [];
  const past: { id: Id; step: string; visit: number }[] = [];
  const lost = new Set<string>();
  const nameOf = ({ timer, isVow }: Pick<Timer, 'timer' | 'isVow'>): string => `${isVow} ${timer}`;
  /** When somebody goes on by themselves, mostly: what comes then races with it. */
  const moments = [
    0,
    20,
    PAUSE,
    PAUSE + 40,
    ...[0, EVERY, EVERY + WITHIN, EVERY + 2 * WITHIN].flatMap((n) => [PAUSE + WITHIN + n, PAUSE + WITHIN + n + 40]),
  ];
  let deployAt = c.happens(0.5) ? c.pick(moments) + c.whole(-60, 60) : Number.POSITIVE_INFINITY;
  const outage = c.happens(0.2) ? { from: c.whole(0, 5000), to: c.whole(5000, 9 * HOUR) } : { from: 0, to: 0 };
  /** StartExecution alone is refused. */
  const refusal = c.happens(0.2) ? { from: c.pick(moments) - 10, to: c.pick(moments) + 5 * HOUR } : { from: 0, to: 0 };
  const isAway = (): boolean => now >= outage.from && now < outage.to;
  const machines = (): number => Number(now >= deployAt + 20);
  const functions = (): number => (now >= deployAt + 60 ? 1 : now >= deployAt ? c.whole(0, 1) : 0);
  const strikes = (likely: number): boolean => {
    if (left === 0 || !c.happens(likely)) return false;
    left--;
    failures++;
    return true;
  };

  const write = (id: Id, next: Item): void => {
    items[id] = next;
    stream.push({ id, item: next });
  };
  /** Who an id is by now; without the rule it is whoever it was. */
  const follow = (id: Id): Id => {
    const { movedTo } = items[id];
    return movedTo === undefined || !has('follow') ? id : follow(movedTo);
  };

  function* change(initialId: Id, command: Command, catalogue: number): Generator<void, [string, Item]> {
    const skew = c.whole(-2, 2);
    for (;;) {
      const id = follow(initialId);
      const before = items[id];
      yield;
      const [next, answer] = reduce(before, command, { clock: now + skew, catalogue, has });
      if (!next) return [answer, before];
      if (has('cas') && items[id] !== before) continue;
      oracle.commit(items[id], next);
      write(id, next);
      if (strikes(0.03)) continue;
      yield;
      if (!has('outbox')) for (const timer of next.timers) tell(id, timer);
      return [answer, next];
    }
  }
  /** Two ids become one person's. Without `both` it may die between the two writes. */
  function* mergeBoth([oneId, otherId]: readonly [Id, Id], catalogue: number): Generator<void, string> {
    const skew = c.whole(-2, 2);
    for (;;) {
      const [from, into] = [follow(oneId), follow(otherId)];
      if (from === into || items[from].movedTo !== undefined) return 'duplicate';
      const before = [items[from], items[into]] as const;
      yield;
      const [alias, next] = merge(before, into, { clock: now + skew, catalogue, has });
      if (items[from] !== before[0] || items[into] !== before[1]) continue;
      write(from, alias);
      if (!has('both')) yield;
      if (items[into] !== before[1]) continue;
      oracle.merge(before, next);
      write(into, next);
      if (strikes(0.03)) continue;
      return 'applied';
    }
  }
  const tell = (id: Id, timer: Timer): void => {
    if (strikes(0.01)) lost.add(nameOf(timer));
    else queue.push({ ...timer, id, again: 0, receives: 0 });
  };

  function* deliver({ id, at: step, visit, by }: Pick<Run, 'id' | 'at' | 'visit' | 'by'>): Generator<void, string> {
    const [answer, state] = yield* change(id, { kind: 'task', step, visit, by }, functions());
    if (answer !== 'mine') return answer;
    yield;
    const receipt = c.pick(['accepted', 'accepted', 'accepted', 'accepted', 'refused', 'busy'] as const);
    const isSilent = strikes(0.05);
    if (receipt === 'accepted') oracle.send(step, visit, now, state.one?.reserved?.until ?? Number.POSITIVE_INFINITY);
    if (isSilent) {
      oracle.fail(step, visit);
      return 'later';
    }
    yield;
    const [recorded] = yield* change(id, { kind: 'record', step, visit, by, receipt }, functions());
    return recorded;
  }

  const enter = (run: Run): void => {
    run.by = ++ids;
    const { id, by, at: step, visit } = run;
    const isMine = (): boolean => run.isOpen && run.by === by;
    calls.push({
      work: deliver({ id, at: step, visit, by }),
      born: now,
      about: { step, visit },
      done: (answer) => {
        past.push({ id, step, visit });
        if (!isMine()) return;
        if (strikes(0.04) || now - run.born > LONGEST_RUN) run.isOpen = false;
        else if (['later', 'ended', 'elsewhere'].includes(answer)) run.isOpen = false;
        else goOn(run, answer);
      },
      fail: () => {
        if (!isMine()) return;
        if (run.tries++ < 2 && !isAway()) enter(run);
        else run.isOpen = false;
      },
    });
  };
  const goOn = (run: Run, answer?: string): void => {
    run.at = stepAfter(run.machine, run.at, answer) ?? 'end';
    run.visit++;
    run.tries = 0;
    // The step that the next release lacks: it comes while somebody stands there.
    if (run.at === 'give' && deployAt === Number.POSITIVE_INFINITY && c.happens(0.1))
      deployAt = now + c.whole(0, GUARD);
    enter(run);
  };
  const begin = (id: Id, at: string, visit: number): void => {
    const run: Run = { id, at, visit, machine: machines(), born: now, tries: 0, isOpen: true, by: 0 };
    runs.push(run);
    if (at === 'start' || at === 'exit') goOn(run);
    else if (hasStep(run.machine, at) || has('lost')) enter(run);
  };

  /** The timer of a wait comes when it is over: what comes next is the visit after it. */
  const goOnFrom = (id: Id, { at, visit, answer, reserved }: Standing): void => {
    const next = at === 'pause' && answer === undefined && !reserved ? stepAfter(functions(), at) : undefined;
    if (next === undefined) begin(id, at, visit);
    else begin(id, next, visit + 1);
  };

  /** A run that is about no step: any change finds what became of what was promised. */
  const look = (id: Id): void => {
    function* work(): Generator<void, string> {
      return (yield* change(id, { kind: 'look' }, functions()))[0];
    }
    calls.push({ work: work(), born: now, done: () => {}, fail: () => {} });
  };

  function* effects(message: Message): Generator<void, string> {
    const { id } = message;
    const { one, vow } = items[id];
    const present = message.isVow ? vow && { timer: vow.timer, due: vow.next } : one;
    yield;
    const again = (): void => {
      if (message.isOnce) return;
      const after = Math.min(HOUR, GUARD * 2 ** message.again);
      queue.push({ ...message, again: message.again + 1, receives: 0, at: now + after });
    };
    if (!present || (has('numbered') && (present.timer !== message.timer || present.due !== message.due)))
      return 'dropped';
    if (has('guard') && !has('guardLast')) again();
    if ((now >= refusal.from && now < refusal.to) || strikes(0.03)) throw new Older('StartExecution refused it.');
    if (message.isVow) look(id);
    else if (one) goOnFrom(id, one);
    yield;
    if (has('guard') && has('guardLast')) again();
    return 'started';
  }
  const receive = (message: Message): void => {
    message.receives++;
    message.at = now + VISIBLE;
    const { receives } = message;
    calls.push({
      work: effects(message),
      born: now,
      done: () => void (queue.includes(message) && queue.splice(queue.indexOf(message), 1)),
      fail: () => {
        message.at = now + Math.min(HOUR, 60 * 2 ** receives);
      },
    });
    if (strikes(0.05)) message.at = now;
  };

  type ComingEvent = Extract<Command, { kind: 'event' }> & { at: number; of: Id };
  /** Of one customer, mostly; in half of the schedules some ids turn out to be one person's. */
  const customers = c.happens(0.5) ? IDS : (['a'] as const);
  const whose = (): Id => c.pick([...customers]);
  const bus: ComingEvent[] = [{ kind: 'event', id: 'enter', type: 'enter', at: c.whole(0, 30), happened: 0, of: 'a' }];
  const tellAt = (type: ComingEvent['type'], at: number): void =>
    void bus.push({ kind: 'event', id: type, type, at, happened: at, of: whose() });
  for (const type of ['heard', 'word', 'done', 'exit', 'incident', 'solved', 'keep'] as const)
    if (c.happens(0.5)) tellAt(type, c.pick(moments) + c.whole(0, 60));
  if (bus.some(({ type }) => type === 'incident') && !bus.some(({ type }) => type === 'solved'))
    tellAt('solved', 2 * PAUSE);
  const merges: { pair: readonly [Id, Id]; at: number }[] = [];
  if (customers.length > 1)
    for (let n = c.whole(1, 3); n > 0; n--)
      merges.push({ pair: [whose(), whose()], at: c.pick(moments) + c.whole(-20, 60) });
  let sweepAt = SWEEP;

  const arrive = (event: ComingEvent): void => {
    bus.splice(bus.indexOf(event), 1);
    const come = (): void => void bus.push({ ...event, at: now + VISIBLE });
    const { kind, id, type, happened, of } = event;
    function* work(): Generator<void, string> {
      return (yield* change(of, { kind, id, type, happened }, functions()))[0];
    }
    calls.push({ work: work(), born: now, done: () => {}, fail: come });
    if (strikes(0.1)) bus.push({ ...event, at: now + c.whole(0, c.happens(0.3) ? 2 * PAUSE : 6000) });
  };
  const join = (merge: (typeof merges)[number]): void => {
    merges.splice(merges.indexOf(merge), 1);
    const come = (): void => void merges.push({ ...merge, at: now + VISIBLE });
    calls.push({ work: mergeBoth(merge.pair, functions()), born: now, done: () => {}, fail: come });
    if (strikes(0.1)) merges.push({ ...merge, at: now + c.whole(0, 6000) });
  };
  const advance = (call: Call): void => {
    const drop = (): void => {
      calls.splice(calls.indexOf(call), 1);
      if (call.about) oracle.fail(call.about.step, call.about.visit);
      failures++;
      call.fail();
    };
    if (isAway() || now - call.born >= TIMEOUT || strikes(0.03)) {
      drop();
      return;
    }
    try {
      const { done, value } = call.work.next();
      if (!done) return;
      calls.splice(calls.indexOf(call), 1);
      call.done(value);
    } catch (error) {
      if (!(error instanceof Older)) throw error;
      drop();
    }
  };
  const relay = (): void => {
    if (relayed > 0 && strikes(0.05)) relayed--;
    const { id, item } = stream[relayed++] as (typeof stream)[number];
    if (has('outbox')) for (const timer of item.timers) tell(id, timer);
  };
  const sweep = (): void => {
    sweepAt = now + SWEEP;
    for (const id of IDS) {
      for (const { timer, due, isVow } of timersOf(items[id]))
        if (has('sweep') && due + 2 * HOUR < now)
          queue.push({ id, timer, due, isVow, at: now, again: 0, receives: 0, isOnce: true });
    }
  };

  /** Only time can move anything: whoever is under way has a message on its way, in time. */
  const lookAtRest = (): void => {
    if (queue.length > 12 + 2 * failures) oracle.bad('MULTIPLIES');
    for (const id of IDS) lookAt(id, items[id]);
  };
  const lookAt = (id: Id, item: Item): void => {
    const { one, hasIncident } = item;
    if (isAway()) return;
    for (const timer of timersOf(item)) lookAtTimer(id, timer);
    if (one?.isHeld && !hasIncident && !one.reserved && one.answer === undefined && one.due > now + SKEW)
      oracle.bad('SLEEPS though nothing holds it');
  };

  const lookAtTimer = (id: Id, timer: Omit<Timer, 'at'>): void => {
    const own = queue.filter(
      (message) => message.id === id && nameOf(message) === nameOf(timer) && message.due === timer.due,
    );
    if (own.length > 1 + failures) oracle.bad('MULTIPLIES');
    const next = Math.min(...own.map(({ at }) => at));
    if (own.length === 0 && !lost.has(nameOf(timer))) oracle.bad('STALLS: no message will come');
    const isCalm = failures === 0 && outage.to === 0 && refusal.to === 0 && deployAt > 1e9;
    if (isCalm && next > Math.max(now, timer.due) + 2 * SKEW + 1) oracle.bad('LATE though nothing failed');
  };

  for (let step = 0; step < MOST_STEPS && queue.length < MOST_MESSAGES; step++) {
    const acts: (() => void)[] = [];
    for (const event of bus) if (event.at <= now && !isAway()) acts.push(() => arrive(event));
    for (const merge of merges) if (merge.at <= now && !isAway()) acts.push(() => join(merge));
    for (const message of queue) if (message.at <= now && !isAway()) acts.push(() => receive(message));
    for (const call of calls) acts.push(() => advance(call));
    if (relayed < stream.length && !isAway()) acts.push(relay);
    if (past.length > 0 && strikes(0.01)) {
      const { id, step: again, visit } = c.pick(past);
      oracle.fail(again, visit);
      calls.push({ work: deliver({ id, at: again, visit, by: ++ids }), born: now, done: () => {}, fail: () => {} });
    }
    if (acts.length > 0 && !c.happens(0.02)) {
      c.pick(acts)();
      continue;
    }
    if (acts.length > 0) {
      now += c.whole(1, 20);
      continue;
    }
    lookAtRest();
    const isUnderWay = IDS.some((id) => timersOf(items[id]).length > 0);
    if (!isUnderWay && bus.length === 0 && merges.length === 0 && queue.length === 0) break;
    const ahead = [...bus, ...merges, ...queue].map(({ at }) => at).filter((at) => at > now);
    if (isAway()) ahead.push(outage.to);
    if (isUnderWay && sweepAt > now) ahead.push(sweepAt);
    if (now > 60 * 24 * HOUR) break;
    now = Math.min(...ahead);
    if (now >= sweepAt) sweep();
  }
  if (queue.length >= MOST_MESSAGES) oracle.bad('MULTIPLIES');
  if (runs.length > 20 + 8 * failures) oracle.bad('COST: more runs than faults explain');
  oracle.end(IDS.map((id) => items[id]));
  return oracle.broken;
};
