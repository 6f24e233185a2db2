import { edit, type Mutation } from '../mutation.ts';

const SEND = 'core/customer/commands/on-send.ts';
const REDUCE = 'core/customer/reduce.ts';
const DECISION = 'core/customer/decision.ts';

/** What a step that sends, and the enrolment around it, keep to. */
export const STEPS: Mutation[] = [
  edit(
    'a repeated send leaves a parked machine its wake',
    SEND,
    'if (parked && enrolment.open) enrolment.open.parked = parked;',
    '',
  ),
  edit(
    'a repeat that decides wakes its machine',
    SEND,
    "if (parked && answer.outcome !== 'held')",
    "if (parked && answer.outcome === 'ended')",
  ),
  edit(
    'a busy release is answered alike',
    'core/customer/commands/on-record.ts',
    'return open?.step === step ?',
    'return open?.step === "" ?',
  ),
  edit(
    'what may have gone out is not sent again',
    SEND,
    "ifUnsure === 'resend') return undefined;",
    'ifUnsure !== undefined) return undefined;',
  ),
  edit('a lease is waited for', SEND, 'if (now < (decision.lease ?? 0)) return', 'if (now < 0) return'),
  edit('the lease exceeds the time-out', 'test/storm/functions.ts', 'LEASE = 60_000', 'LEASE = 5_000'),
  edit('time never goes back', REDUCE, 'now: Math.max(now, before.at)', 'now'),
  edit(
    'ending tells what was open',
    'core/customer/enrolment.ts',
    "noteDecision(draft, { ...open, enrolment: id, journey }, 'ended', 'enrolment-ended', {});",
    '',
  ),
  edit(
    'ending wakes what is parked',
    'core/customer/enrolment.ts',
    'if (open?.parked) wake(draft, id, open.step);',
    '',
  ),
  edit(
    'ending wakes what listens',
    'core/customer/enrolment.ts',
    'if (waiting) askAgain(draft, id, waiting.step);',
    '',
  ),
  edit(
    'the last task finishes',
    DECISION,
    "if (ends === 'always' || ends === machineOutcome(outcome))",
    'if (ends === undefined)',
  ),
  edit(
    'journal before effects',
    'functions/relay/relay.ts',
    'await timeline.write(journal.map((entry, index) => ({ customer: id, version, index, entry })));',
    'await timeline.write(journal.slice(1).map((entry, index) => ({ customer: id, version, index, entry })));',
  ),
  edit(
    'relay publishes',
    'functions/relay/relay.ts',
    'if (outgoing.length > 0) await publisher.publish(outgoing);',
    '',
  ),
  edit(
    'a hold is told once',
    SEND,
    'if (ask.held?.reason !== verdict.reason)',
    'if (ask.held?.reason !== verdict.reason || draft.now > 0)',
  ),
  edit(
    'what may have gone out is not called unsent',
    SEND,
    "if (lapsed && verdict.outcome !== 'clear' && verdict.outcome !== 'held')",
    "if (lapsed && verdict.outcome === 'replaced')",
  ),
  edit(
    'decisions are kept while their enrolment runs',
    DECISION,
    "if (decision.outcome === 'reserved' || state.enrolments[decision.enrolment]) return true;",
    "if (decision.outcome === 'reserved') return true;",
  ),
  edit('a lapsed reservation is settled by whatever comes', REDUCE, '  settleLapsed(draft);\n', ''),
  edit(
    'a refused message is not sent',
    'core/customer/commands/on-record.ts',
    "decideFinally(draft, decision, 'failed', 'channel-refused', details);",
    "decideFinally(draft, decision, 'sent', 'clear', details);",
  ),
  edit(
    'what is overtaken while it is held is given up',
    'core/customer/commands/on-send.ts',
    'overtaken: (await overtakes(draft, id, task.unless)) !== undefined,',
    'overtaken: false,',
  ),
];
