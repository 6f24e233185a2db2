import { createHash } from 'node:crypto';
import type { Effect } from '../../../functions/customer/effect.ts';
import type { DecisionEntry, JournalEntry } from '../../../functions/customer/journal.ts';
import type { CustomerState, Decision } from '../../../functions/customer/state.ts';
import type { Message } from '../../../functions/deliver/channel.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Run } from '../functions.ts';
import type { Invocation } from '../invocation.ts';
import type { TaskPayload } from '../machines.ts';
import type { RawEvent } from '../traffic.ts';
import { type Case, type Counted, type Enrolled, reasonsAgainst, untaken } from './forbidden.ts';
import { createKnowledge } from './knowledge.ts';
import { createSteps, type StepRecord } from './steps.ts';

/** A promise that was not kept. */
export interface Violation {
  invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9';
  customer: string;
  message: string;
}

export interface Verdict {
  violations: Violation[];
  events: number;
  commits: number;
  sent: number;
  decisions: number;
  largestItem: number;
  rawEvents: RawEvent[];
  hashAfter(before: string): string;
}

interface Listening {
  on: string[];
  where?: string;
  answers?: { moment: string; asks: string };
}

/** Sees everything that happens to one customer from outside and says which promises of DESIGN.md were broken. */
export interface Watch {
  published(event: RawEvent, bad?: string): void;
  taken(event: RawEvent, answer: string): void;
  committed(state: CustomerState, run: Run): void;
  sent(message: Message, attempt: string, now: number): void;
  gave(event: { id: string; type: string; detail: Record<string, unknown> }): void;
  asked(payload: TaskPayload): void;
  told(payload: TaskPayload, answer: { outcome: string }): void;
  resumed(payload: TaskPayload, answer: { outcome: string }): void;
  ended(invocation: Invocation, task: TaskPayload | undefined): void;
  started(execution: string, input: { enrolment: string; phase: string }): void;
  finished(execution: string, status: string, error: string | undefined): void;
  dead(effect: Effect): void;
  quiet(now: number, sleepers: { execution: string; payload: TaskPayload }[]): void;
  verdict(item: CustomerState | undefined, timeline: JournalEntry[], open: number): Verdict;
}

/** What `took` says of a step that heard nothing. */
const SILENT = '';
const MAX_ITEM = 16 * 1024;
const SEEN = 64;
const MINUTE = 60_000;
const SKEW = 4000;
/** What only an event brings about. */
const EFFECTS = ['signal', 'entered', 'not-entered', 'goal', 'delivery'];
const INTERIM = ['held', 'replaced'];
/** What a machine is told for each final decision. */
const MEANS: Record<string, string> = {
  sent: 'sent',
  control: 'sent',
  unknown: 'sent',
  suppressed: 'unsent',
  escalated: 'unsent',
  failed: 'unsent',
  ended: 'ended',
};

export const createWatch = (customer: string): Watch => {
  const violations: Violation[] = [];
  const know = createKnowledge();
  const { all: steps, of: stepOf } = createSteps();
  const events = new Map<string, { event: RawEvent; bad?: string; answers: string[]; commits: number }>();
  const appliedAt = new Map<string, number>();
  const running = new Map<string, Enrolled & { phase: string }>();
  const entered = new Map<string, Enrolled>();
  const entries = new Map<string, number>();
  const counted = new Map<string, Counted>();
  const took = new Map<string, string>();
  const heardTold = new Map<string, string>();
  const executions = new Map<string, string>();
  const journal: string[] = [];
  const given = new Map<string, string>();
  const owed = new Set<string>();
  const hash = createHash('sha256');
  let item: CustomerState | undefined;
  let last: Run | undefined;
  let sentCount = 0;
  let decisionCount = 0;
  let largest = 0;
  let isDirty = false;

  const broken = (invariant: Violation['invariant'], message: string): void => {
    violations.push({ invariant, customer, message });
  };

  const purposeOf = (catalogue: Catalogue, moment: string, journey: string, otherwise: string): string =>
    catalogue.moments[moment]?.purpose ?? catalogue.journeys[journey]?.purpose ?? otherwise;

  const caseOf = (
    { catalogue, paused }: Pick<Run, 'catalogue' | 'paused'>,
    task: TaskPayload | undefined,
    step: StepRecord,
    about: { moment: string; purpose: string; at: number; enrolled: Enrolled },
  ): Case => ({
    know,
    catalogue,
    customer,
    key: step.key,
    running: running.values(),
    counted: counted.values(),
    paused,
    unless: (task?.unless ?? []) as Case['unless'],
    busyUntil: step.busyUntil,
    ...about,
  });

  const takeEvent = (run: Run, state: CustomerState): void => {
    const { incoming, event } = run;
    if (!incoming || !event) return;
    const noted = state.journal.some((entry) => entry.kind === 'rejected' && entry.id === incoming.id);
    // A duplicate may still write: it finds a parked step whose time has come. It means nothing else.
    if (appliedAt.has(incoming.id) && !noted) {
      const meant = state.journal.filter(({ kind }) => EFFECTS.includes(kind));
      if (meant.length > 0) broken('I6', `${event.id} (${incoming.type}) was applied twice.`);
      return;
    }
    const stale = state.journal.some((entry) => entry.kind === 'rejected' && entry.reason === 'stale');
    const record = events.get(event.id);
    if (record) record.commits++;
    // A time in the future is taken as now, by the clock of the commit.
    const at = Math.min(Date.parse(incoming.at), state.at);
    const newer = [...appliedAt.values()].filter((other) => other >= at).length;
    if (stale && newer < SEEN) broken('I4', `${event.id} was called stale with ${newer} newer events.`);
    appliedAt.set(incoming.id, at);
    know.take({ id: incoming.id, type: incoming.type, at, detail: incoming.fields }, run.catalogue, stale);
    const decision = String(incoming.fields.decision);
    // What came back did not reach anybody.
    if (incoming.type === 'message.bounced' && steps.get(decision)?.finals[0]?.outcome === 'unknown') {
      counted.delete(decision);
    }
  };

  const takeEntry = async (entry: JournalEntry, run: Run, state: CustomerState): Promise<void> => {
    if (entry.kind === 'entered') return enter(entry, run, state);
    if (entry.kind === 'ended') {
      if (!running.delete(entry.enrolment)) broken('I9', `${entry.enrolment} ended twice.`);
      return;
    }
    if (entry.kind === 'goal') return once(`goal ${entry.enrolment}`);
    if (entry.kind === 'decision') return decide(entry, run, state);
  };

  const once = (what: string): void => {
    const times = (entries.get(what) ?? 0) + 1;
    entries.set(what, times);
    if (times === 2) broken('I6', `${what} happened twice.`);
  };

  const enter = (entry: Extract<JournalEntry, { kind: 'entered' }>, run: Run, state: CustomerState): void => {
    const { journey, enrolment: id, arms } = entry;
    once(`entering ${journey} by ${run.incoming?.id}`);
    if (know.closed()) broken('I7', `${journey} was entered after the account was closed.`);
    const enrolled = {
      id,
      journey,
      control: arms[journey] === 'control',
      enteredAt: state.at,
      endsBy: state.enrolments[id]?.endsBy ?? state.at,
      eventAt: Math.min(Date.parse(run.incoming?.at ?? ''), state.at),
      eventId: run.incoming?.id ?? '',
      event: { ...run.incoming?.fields, at: run.incoming?.at },
      phase: 'main',
    };
    entered.set(id, enrolled);
    running.set(id, enrolled);
  };

  const decide = async (entry: DecisionEntry, run: Run, state: CustomerState): Promise<void> => {
    decisionCount++;
    const { enrolment, step: name, outcome, reason, moment, purpose, because } = entry;
    const key = `${enrolment}/${name}`;
    const step = stepOf(key);
    const enrolled = entered.get(enrolment);
    if (!enrolled) return broken('I3', `${key} was decided and never entered.`);
    if (!reason || !because) broken('I3', `${key} ${outcome} has no reason.`);
    if (step.finals.length > 0) broken('I3', `${key}: ${outcome} after ${step.finals.map((f) => f.outcome).join()}.`);
    const isOwn = run.task?.enrolment === enrolment && run.task?.step === name;
    const one = caseOf(run, isOwn ? run.task : undefined, step, { moment, purpose, at: state.at, enrolled });
    if (INTERIM.includes(outcome)) return interim(entry, step, one, state.at);
    await final(entry, step, one, run);
    step.finals.push({ outcome, reason, purpose });
    if (outcome === 'sent' || outcome === 'unknown') {
      const at = counted.get(key)?.at ?? state.at;
      if (entry.channel) counted.set(key, { key, moment, purpose, at, latest: state.at });
    } else counted.delete(key);
    if (entry.message || (outcome === 'sent' && entry.with)) owed.add(key);
  };

  const interim = async (entry: DecisionEntry, step: StepRecord, one: Case, at: number): Promise<void> => {
    const { reason, outcome, moment } = entry;
    if (outcome === 'replaced') step.moment = entry.instead ?? moment;
    if (reason === 'channel-busy') {
      counted.delete(step.key);
      step.busyUntil = at + MINUTE;
    } else {
      step.busyUntil = 0;
      await justify(entry, one, reason);
    }
    step.since ??= at;
  };

  /** A decision's reason has to be true. */
  const justify = async (entry: DecisionEntry, one: Case, reason: string): Promise<void> => {
    const against = await reasonsAgainst(one, true);
    if (against.has(reason)) return;
    const { step, outcome } = entry;
    broken('I1', `${step} ${entry.moment} ${outcome} for ${reason}, which is not so (${[...against].join()}).`);
  };

  const final = async (entry: DecisionEntry, step: StepRecord, one: Case, run: Run): Promise<void> => {
    const { outcome, reason, channel, enrolment } = entry;
    const isReserved = step.reserved.size > 0;
    const place = `${entry.step} ${entry.moment}`;
    const settles = ['unknown', 'ended', 'failed'].includes(outcome) || (outcome === 'sent' && isReserved);
    if (!settles && !running.has(enrolment)) broken('I3', `${place} ${outcome} after its enrolment was over.`);
    if (outcome === 'ended' && step.since === undefined) broken('I3', `${place} ended and was never open.`);
    if (outcome === 'unknown' && !isReserved) broken('I3', `${place} is unknown and was never reserved.`);
    if (outcome === 'sent' && channel && channel !== 'agent' && step.sends === 0)
      broken('I2', `${place} was never sent.`);
    if (outcome === 'sent' && !isReserved) {
      const against = await reasonsAgainst(entry.with ? { ...one, purpose: 'care', moment: WORK } : one);
      const rows = ['holdout', 'account-closed', 'overtaken', 'moment-retired'].filter((row) => against.has(row));
      const wrong = entry.with ? rows.filter((row) => row === 'holdout') : rows;
      if (wrong.length > 0) broken('I1', `${place} was given in spite of ${wrong.join()}.`);
    }
    if (outcome === 'control' && !one.enrolled.control) broken('I1', `${place} is control and was treated.`);
    if (outcome === 'escalated') await justify(entry, one, reason);
    if (outcome !== 'suppressed') return;
    if (!reason.startsWith('patience:')) return justify(entry, one, reason);
    const held = reason.slice('patience:'.length);
    await justify(entry, one, held);
    const { moments, policy } = one.catalogue;
    const patience = moments[entry.moment]?.patience ?? policy.purposes[entry.purpose].patience;
    const waited = one.at - (step.since ?? one.at);
    const parks = run.task && Number(run.task.parks) >= Number(run.task.maxParks);
    if (waited < patience * 1000 && !parks) broken('I1', `${place} was given up after ${waited} ms of patience.`);
  };

  const reserve = async (decision: Decision, run: Run, state: CustomerState): Promise<void> => {
    const { enrolment, step: name, moment, purpose, journey, channel = '', attempt = '', lease = 0 } = decision;
    const step = stepOf(`${enrolment}/${name}`);
    if (step.reserved.has(attempt)) return;
    const enrolled = running.get(enrolment);
    if (!enrolled) return broken('I1', `${step.key} was reserved after its enrolment was over.`);
    if (step.finals.length > 0) broken('I2', `${step.key} was reserved after its final decision.`);
    const one = caseOf(run, run.task, step, { moment, purpose, at: state.at, enrolled });
    const against = await reasonsAgainst(one);
    const social = ['frequency-cap', 'gap', 'quiet-hours', 'window', 'unsubscribed'];
    const I7 = [...against].filter((reason) => social.includes(reason));
    const I1 = [...against].filter((reason) => !social.includes(reason));
    if (I1.length > 0) broken('I1', `${name} ${moment} was reserved in spite of ${I1.join()}.`);
    if (I7.length > 0) broken('I7', `${name} ${moment} was reserved in spite of ${I7.join()}.`);
    const block = blockedChannel(channel);
    if (block) broken('I7', `${name} ${moment} was reserved for ${channel}: ${block}.`);
    const own = purposeOf(run.catalogue, moment, journey, String(run.task?.purpose));
    if (own !== purpose) broken('I1', `${name} ${moment} was reserved as ${purpose}, it is ${own}.`);
    if (lease - state.at < MINUTE - 1) broken('I2', `${step.key} has a lease of ${lease - state.at} ms.`);
    step.reserved.set(attempt, { at: state.at, lease, moment, purpose, channel, sends: 0 });
    step.since ??= state.at;
    counted.set(step.key, { key: step.key, moment, purpose, at: state.at, latest: state.at });
  };

  const blockedChannel = (channel: string): string | undefined => {
    const address = { email: 'email', sms: 'phone' }[channel];
    if (address && !know.attributes.has(address)) return 'no-channel';
    return know.unreachable.get(channel) ?? (know.consent.get(`channel:${channel}`) === 'withdrawn' ? 'withdrawn' : '');
  };

  /** A step that has answered stays answered, and hears nothing twice. */
  const takeListens = (state: CustomerState): void => {
    for (const [id, enrolment] of Object.entries(state.enrolments)) {
      const known = running.get(id);
      if (known) known.phase = enrolment.phase;
      const { waiting } = enrolment;
      if (waiting && heardTold.has(`${id}/${waiting.step}`))
        broken('I4', `${waiting.step} waits, its machine went on.`);
      const heard = Object.values(enrolment.took).filter((value) => value !== SILENT);
      if (new Set(heard).size < heard.length) broken('I4', `${id} took one occurrence twice.`);
      for (const [step, value] of Object.entries(enrolment.took)) {
        const before = took.get(`${id}/${step}`);
        if (before !== undefined && before !== value)
          broken('I4', `${step} took ${value} after it had answered ${before}.`);
        took.set(`${id}/${step}`, value);
      }
    }
  };

  const takeCommit = async (state: CustomerState, run: Run): Promise<void> => {
    if (item && state.version !== item.version + 1)
      broken('I6', `Version ${state.version} came after ${item.version}.`);
    if (item && state.at < item.at) broken('I1', `Version ${state.version} is of before its predecessor.`);
    item = state;
    last = run;
    isDirty = true;
    const text = JSON.stringify(state);
    largest = Math.max(largest, Buffer.byteLength(text));
    if (Buffer.byteLength(text) > MAX_ITEM) broken('I8', `The item has ${Buffer.byteLength(text)} bytes.`);
    takeEvent(run, state);
    for (const entry of state.journal) {
      journal.push(JSON.stringify(entry));
      hash.update(journal.at(-1) ?? '');
      await takeEntry(entry, run, state);
    }
    for (const decision of state.decisions) if (decision.outcome === 'reserved') await reserve(decision, run, state);
    const kept = Object.keys(state.enrolments).sort().join();
    if (kept !== [...running.keys()].sort().join())
      broken('I9', `The item runs ${kept}; ${[...running.keys()]} should.`);
    takeListens(state);
    if (run.task?.task === 'send') lookAtPatience(run.task, run.catalogue, state);
  };

  /** A hold is for so long at most; a busy channel and a deploy under way get some minutes more. */
  const lookAtPatience = ({ enrolment, step }: TaskPayload, catalogue: Catalogue, state: CustomerState): void => {
    const open = state.enrolments[enrolment]?.open;
    if (open?.step !== step || open.reason === 'reserved' || open.reason === 'channel-busy') return;
    const { moments, policy } = catalogue;
    const patience = moments[open.moment]?.patience ?? policy.purposes[open.purpose].patience;
    const since = stepOf(`${enrolment}/${step}`).since ?? state.at;
    if (state.at > since + 1000 * patience + 20 * MINUTE) broken('I3', `${step} is held for longer than its patience.`);
  };

  const look = async (sleepers: { execution: string; payload: TaskPayload }[]): Promise<void> => {
    if (!item || !last) return;
    for (const { payload } of sleepers) {
      const { enrolment: id, step: name, phase, task } = payload;
      const enrolled = running.get(id);
      const kept = item.enrolments[id];
      if (!enrolled || kept?.phase !== phase) broken('I9', `${name} sleeps (${task}) though its enrolment is over.`);
      else if (task === 'park') await lookAtPark(payload, enrolled, last);
      else await lookAtListen(payload, enrolled);
    }
  };

  const lookAtPark = async (payload: TaskPayload, enrolled: Enrolled, run: Run): Promise<void> => {
    const { enrolment: id, step: name } = payload;
    const open = item?.enrolments[id]?.open;
    if (!item || open?.step !== name || !open.parked) return broken('I9', `${name} sleeps and nothing would wake it.`);
    const { moment, purpose, until } = open;
    if (until <= item.at || open.reason === 'journey-paused' || open.reason === 'moment-retired') return;
    const one = caseOf(run, payload, stepOf(`${id}/${name}`), { moment, purpose, at: item.at, enrolled });
    const against = await reasonsAgainst(one, true);
    if (against.size === 0) broken('I9', `${name} sleeps for ${open.reason}, though nothing holds it any more.`);
  };

  const lookAtListen = async (payload: TaskPayload, enrolled: Enrolled): Promise<void> => {
    const { enrolment: id, step } = payload;
    const kept = item?.enrolments[id];
    if (kept?.took[step] !== undefined) return broken('I9', `${step} listens though it took ${kept.took[step]}.`);
    if (kept?.waiting?.step !== step) return broken('I9', `${step} listens and nothing would wake it.`);
    const asked = new Map<string, number>();
    const { answers } = payload as unknown as Listening;
    for (const { key, reserved, finals } of steps.values()) {
      const went = [...reserved.values()].filter(({ moment }) => moment === answers?.moment);
      const isOut = finals.length === 0 || ['sent', 'unknown'].includes(finals[0]?.outcome ?? '');
      if (key.startsWith(`${id}/`) && went.length > 0 && isOut)
        asked.set(key, Math.max(...went.map(({ at }) => at + MINUTE)));
    }
    const taken = new Set(Object.values(kept.took));
    const told = await untaken({ know, enrolled }, { ...(payload as unknown as Listening), taken, asked });
    if (told) broken('I9', `${step} listens though ${told.id} has happened.`);
  };

  const safely = (work: Promise<void>): void => {
    work.catch((error: Error) => broken('I5', `The oracle failed: ${error.stack}`));
  };

  return {
    published: (event, bad) => {
      events.set(event.id, { event, answers: [], commits: 0, ...(bad ? { bad } : {}) });
    },
    taken: (event, answer) => {
      const record = events.get(event.id);
      const isAgain = record && answer === 'applied' && record.answers.includes(answer);
      if (isAgain) broken('I6', `${event.id} (${event['detail-type']}) was applied twice.`);
      if (record) record.answers.push(answer);
      else if (answer.startsWith('rejected')) broken('I4', `Our own ${event['detail-type']} was ${answer}.`);
    },
    committed: (state, run) => safely(takeCommit(state, run)),
    sent: ({ id, moment, channel, to }, attempt, now) => {
      sentCount++;
      hash.update(`${now} ${id} ${moment} ${channel}`);
      const step = stepOf(id);
      const reserved = step.reserved.get(attempt);
      if (!reserved) return broken('I2', `${id} was sent by ${attempt} without a reservation.`);
      step.sends++;
      if (++reserved.sends > 1) broken('I2', `${id} was sent twice by ${attempt}.`);
      if (now > reserved.lease + SKEW) broken('I2', `${id} was sent after its lease.`);
      if (reserved.moment !== moment || reserved.channel !== channel)
        broken('I1', `${id}: ${moment} went by ${channel}.`);
      if ((channel === 'email' || channel === 'sms') && !to) broken('I1', `${id} went to nowhere.`);
      const policy = last?.catalogue.policy.purposes[reserved.purpose as 'care'];
      if (step.sends > 1 && policy?.ifUnsure === 'drop') broken('I2', `${id} (${reserved.purpose}) was sent twice.`);
    },
    gave: ({ id, type, detail }) => {
      const text = JSON.stringify({ type, detail });
      const before = given.get(id);
      if (before !== undefined && before !== text) broken('I6', `${id} was published as two different events.`);
      given.set(id, text);
      if (!owed.has(id)) broken('I3', `${id} was published without a decision.`);
    },
    asked: () => {},
    told: (payload, { outcome }) => {
      const { task, enrolment, step, phase } = payload;
      const key = `${enrolment}/${step}`;
      if ((task === 'send' || task === 'emit') && (outcome === 'sent' || outcome === 'unsent'))
        stepOf(key).told.add(outcome);
      if (task === 'decide' && outcome !== 'ended') heardTold.set(key, outcome);
      if (outcome !== 'ended') return;
      stepOf(key).told.add('ended');
      if (item?.enrolments[enrolment]?.phase === phase)
        broken('I9', `${step} was told ended while its enrolment runs.`);
    },
    resumed: ({ task, enrolment, step }, { outcome }) => {
      if (task === 'listen') heardTold.set(`${enrolment}/${step}`, outcome);
    },
    ended: ({ troubles }, task) => {
      if (task && troubles.length > 0) stepOf(`${task.enrolment}/${task.step}`).alibis.push(...troubles);
    },
    started: (execution, { enrolment }) => {
      if (executions.has(execution)) broken('I6', `The execution ${execution} was started twice.`);
      if (!entered.has(enrolment)) broken('I3', `${execution} was started for nobody.`);
      executions.set(execution, 'running');
    },
    finished: (execution, status, error) => {
      executions.set(execution, status);
      if (status === 'failed') broken('I9', `The execution ${execution} failed: ${error}.`);
    },
    dead: (effect) => {
      if (effect.type === 'resume') broken('I9', `A resume of ${effect.step} was given up.`);
    },
    quiet: (_now, sleepers) => {
      if (!isDirty) return;
      isDirty = false;
      safely(look(sleepers));
    },
    verdict: (final, timeline, open) => {
      const told = new Set(timeline.map((entry) => JSON.stringify(entry)));
      const rows = timeline.map((entry) => JSON.stringify(entry));
      if (rows.join('\n') !== journal.join('\n')) {
        const lost = journal.filter((entry) => !told.has(entry)).length;
        broken('I6', `The timeline has ${rows.length} entries, the commits had ${journal.length}; ${lost} are lost.`);
      }
      for (const { event, bad, answers, commits } of events.values()) verdictOnEvent(event, bad, answers, commits);
      for (const step of steps.values()) verdictOnStep(step);
      for (const key of owed) if (!given.has(key)) broken('I4', `${key} was decided and never published.`);
      for (const [key, outcome] of heardTold) {
        const heard = took.get(key) === SILENT ? 'silent' : 'heard';
        if (took.has(key) && heard !== outcome)
          broken('I4', `${key} took ${took.get(key)}, its machine was told ${outcome}.`);
      }
      if (open > 0) broken('I9', `${open} executions still wait.`);
      for (const [name, status] of executions)
        if (status === 'running') broken('I9', `The execution ${name} never ends.`);
      for (const id of running.keys()) broken('I9', `The enrolment ${id} of ${entered.get(id)?.journey} never ends.`);
      const left = final?.decisions.filter(({ outcome }) => outcome === 'reserved') ?? [];
      for (const { enrolment, step } of left) broken('I3', `${enrolment}/${step} stays reserved.`);
      hash.update(JSON.stringify(final ?? null));
      const digest = hash.digest('hex');
      return {
        violations,
        events: events.size,
        commits: final?.version ?? 0,
        sent: sentCount,
        decisions: decisionCount,
        largestItem: largest,
        rawEvents: [...events.values()].map(({ event }) => event),
        hashAfter: (before) => createHash('sha256').update(before).update(digest).digest('hex'),
      };
    },
  };

  function verdictOnEvent(event: RawEvent, bad: string | undefined, answers: string[], commits: number): void {
    const place = `${event.id} (${event['detail-type']})`;
    if (answers.length === 0) {
      broken('I4', `${place} vanished.`);
      return;
    }
    const wrong = answers.filter((answer) => (bad ? answer !== `rejected:${bad}` : answer.startsWith('rejected')));
    if (wrong.length > 0) broken('I4', `${place} was ${wrong.join()}.`);
    if (!bad && commits === 0) broken('I4', `${place} was ${answers.join()} and never applied.`);
  }

  function verdictOnStep({ key, finals, since, told, alibis }: StepRecord): void {
    if (since !== undefined && finals.length === 0) broken('I3', `${key} was open and never came to a decision.`);
    const { outcome = 'none', reason } = finals[0] ?? {};
    for (const answer of told) {
      if (answer !== 'ended' && MEANS[outcome] !== answer)
        broken('I3', `${key} is ${outcome}, its machine was told ${answer}.`);
    }
    if (outcome === 'unknown' && alibis.length === 0)
      broken('I3', `${key} is unknown (${reason}) and nothing went wrong.`);
  }
};

/** Stands for an emit, which has no moment: only the first rows can speak against it. */
const WORK = '';
