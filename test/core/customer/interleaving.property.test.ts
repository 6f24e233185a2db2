import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TaskCommand } from '../../../core/customer/commands/on-task.ts';
import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { FINISH } from '../../../language/catalogue/fixed-step.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { RunStep } from '../../../language/catalogue/step.ts';
import { catalogue, journey, policy } from '../../support/catalogue.ts';
import { LEASE, oneCustomer } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';

const message = (moment: string): RunStep => ({ kind: 'send', moment, purpose: 'care' });

const steps: Record<string, RunStep> = {
  loop: { kind: 'repeat', every: 7200, atMost: 3, until: { on: 'reply', where: 'heard.ref = "stop"' } },
  send: message('welcome'),
  wait: { kind: 'wait', seconds: 3600 },
  listen: { kind: 'listen', on: ['reply'], within: 7200 },
  heard: message('tip'),
  silent: message('sorry'),
  words: { kind: 'emit', event: 'gift' },
};

/** Where a run goes on to after an answer, as its machine says. */
const next = (at: string, answer: unknown): string => {
  const ways: Record<string, string> = {
    Start: 'loop',
    'Exit-1': 'words',
    send: 'wait',
    wait: 'listen',
    heard: 'loop',
    silent: 'loop',
    words: FINISH,
  };
  if (at === 'loop') return answer === 'again' ? 'send' : FINISH;
  if (at === 'listen') return answer === 'heard' ? 'heard' : 'silent';
  return ways[at] ?? FINISH;
};

const workflows = catalogue({
  journeys: {
    hello: journey('hello', 'start', {
      purpose: 'care',
      steps,
      enter: { on: ['start'], again: 'always' },
      exits: [{ on: 'done', words: 'Exit-1' }],
    }),
  },
  policy: { ...policy, gap: 0, quietHours: { from: '03:00', to: '03:01', spread: 0 } },
});

type Action =
  | { do: 'event'; type: string; ref: string }
  | { do: 'walk' | 'die'; attempt: string }
  | { do: 'record'; receipt: 'accepted' | 'refused' | 'busy'; attempt: string }
  | { do: 'again'; place: number; attempt: string }
  | { do: 'stray'; step: string; ahead: number; attempt: string }
  | { do: 'pass'; by: number };

const attempt = fc.constantFrom('a1', 'a2');
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('event' as const),
      type: fc.constantFrom('start', 'start', 'reply', 'reply', 'fail', 'mend', 'done'),
      ref: fc.constantFrom('x', 'stop'),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constantFrom('walk' as const, 'die' as const), attempt }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      receipt: fc.constantFrom('accepted' as const, 'refused' as const, 'busy' as const),
      attempt,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('again' as const), place: fc.nat(20), attempt }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('stray' as const),
      step: fc.constantFrom(...Object.keys(steps), FINISH),
      ahead: fc.integer({ min: -2, max: 2 }),
      attempt,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), by: fc.constantFrom(1000, LEASE, HOUR, 2 * HOUR, -HOUR) }),
  },
);

const FINAL = new Set(['sent', 'suppressed', 'escalated', 'control', 'failed', 'unknown', 'ended']);

const keysOf = (journal: JournalEntry[]): string[] =>
  journal.flatMap((entry) =>
    entry.kind === 'decision' && FINAL.has(entry.outcome) ? [`${entry.enrolment}/${entry.step}/${entry.visit}`] : [],
  );

/** What a run that comes too late may not touch. Who leaves may leave by any command once the lease is over. */
const standing = ({ at, visit, answer, reserved, took, turns }: Enrolment) => ({
  at,
  visit,
  answer,
  reserved,
  took,
  turns,
});

it('however runs, old tasks and events interleave: visits only grow, each is decided once, and who is late writes nothing', async () => {
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 80, maxLength: 160 }), async (actions) => {
      const ada = oneCustomer(workflows);
      await ada.event('start');
      const tasks: TaskCommand[] = [];
      const visits = new Map<string, number>();
      const timers = new Map<string, number>();
      const perform = async (task: TaskCommand, by: string) => {
        const before: CustomerState = await ada.state();
        tasks.push(task);
        const answer = await (task.task === 'send' ? ada.send(task, by) : ada.advance(task));
        const [was, is] = [before.enrolments[task.enrolment], (await ada.state()).enrolments[task.enrolment]];
        if (answer === 'ended' || !was || was.leave) return;
        if (answer === 'elsewhere') expect(standing(is!)).toEqual(standing(was));
        else
          expect(is, 'who is answered is answered about the step in hand').toMatchObject({
            at: task.step,
            visit: task.visit,
          });
      };
      for (const one of actions) {
        const [enrolment, now] =
          Object.entries((await ada.state()).enrolments).find(([, { journey: name }]) => name === 'hello') ?? [];
        const task = (step: string, visit: number): TaskCommand => {
          const kind = step === FINISH ? 'finish' : (steps[step]?.kind ?? 'lost');
          return { journey: 'hello', enrolment: enrolment!, step, visit, task: kind };
        };
        if (one.do === 'event') await ada.event(one.type, { ref: one.ref });
        else if (one.do === 'pass') ada.clock.now += one.by;
        else if (one.do === 'again') {
          const old = tasks[one.place % Math.max(1, tasks.length)];
          if (old) await perform(old, one.attempt);
        } else if (!now) continue;
        else if (one.do === 'stray') await perform(task(one.step, Math.max(0, now.visit + one.ahead)), one.attempt);
        else if (one.do === 'record') await ada.record(task(now.at, now.visit), one.receipt, one.attempt);
        else {
          // A run begins at the step in hand; where that has answered, it goes on to the next.
          const isBegun = Object.hasOwn(steps, now.at);
          if (isBegun) await perform(task(now.at, now.visit), one.attempt);
          const here = (await ada.state()).enrolments[enrolment!];
          const isOver = steps[now.at]?.kind === 'wait' && ada.clock.now >= now.due;
          if (one.do === 'walk' && here && (here.answer !== undefined || isOver)) {
            await perform(task(next(here.at, here.answer), here.visit + 1), one.attempt);
          }
        }
        for (const [id, { visit, timer }] of Object.entries((await ada.state()).enrolments)) {
          expect(visit).toBeGreaterThanOrEqual(visits.get(id) ?? 0);
          expect(timer).toBeGreaterThanOrEqual(timers.get(id) ?? 0);
          visits.set(id, visit);
          timers.set(id, timer);
        }
      }
      const keys = keysOf(ada.journal);
      decided += keys.length;
      expect(keys).toHaveLength(new Set(keys).size);
    }),
    { numRuns: runs(30) },
  );
  // The walks come far: what decides nothing proves nothing.
  expect(decided).toBeGreaterThan(runs(60));
});
