import { readFileSync } from 'node:fs';
import type { Role } from '../../../functions/api/contract/roles.ts';
import type { Fakes } from './fake-api.ts';
import { broadcasts, crowd, crowdTasks, raisable } from './world/crowds.ts';
import { gesturesOf } from './world/gestures.ts';
import { inboxOf } from './world/inbox.ts';
import { meAs } from './world/me.ts';
import { days, overview } from './world/overview.ts';
import { HOSTILE, people } from './world/people.ts';
import { SETTINGS } from './world/settings.ts';
import { storyOf } from './world/story.ts';
import { taskAs, tasks, teams } from './world/tasks.ts';
import { at, NOW } from './world/time.ts';

const POLICY = readFileSync('workflows/policy.yaml', 'utf8');

/** A stage with people in every state, some of them with names that break pages. Fresh for each test. */
export const smallWorld = (role: Role = 'admin'): Fakes => {
  let policy = { path: 'policy.yaml', text: POLICY, etag: 'e1' };
  return {
    me: () => meAs(role),
    overview: () => overview,
    upcoming: () => ({ zone: 'Europe/London', items: days }),
    searchCustomers: ({ query: { q, after } }) => ({
      items: after
        ? []
        : people.filter(({ name, customer }) => `${name} ${customer}`.toLowerCase().includes((q ?? '').toLowerCase())),
    }),
    readCustomer: ({ params: { customer } }) => storyOf(customer),
    listGestures: ({ params: { customer } }) => gesturesOf(customer),
    giveGesture: ({ body: { kind } }) => ({ gesture: `new-${kind}`, says: `${kind}: asked for.` }),
    reverseGesture: ({ params: { gesture } }) => ({ gesture, says: `${gesture}: to be taken back.` }),
    readInbox: ({ params: { customer } }) => inboxOf(customer),
    addNote: ({ body: { text } }) => ({ id: 'n2', at: NOW, by: { id: 'you', name: 'You' }, text }),
    setPreferences: ({ params: { customer } }) => storyOf(customer).preferences,
    setTheme: ({ params: { customer } }) => ({ items: storyOf(customer).themes }),
    listPromises: () => ({
      from: '2026-02-11',
      to: '2026-03-12',
      items: [
        {
          moment: 'ticket-received',
          title: 'We have your question',
          made: 1204,
          dueSoon: 96,
          kept: 1150,
          broken: 41,
          keptLate: 38,
          released: 0,
        },
      ],
    }),
    eraseCustomer: () => ({ says: 'Everything about them is being erased.' }),
    listTasks: ({ query: { list = 'open', team } }) => ({
      items: tasks
        .filter((task) => team === undefined || task.team === team)
        .filter(({ state }) => (list === 'open' ? state === 'open' : list !== 'over' && state === 'taken')),
    }),
    listCrowds: () => ({ items: [crowd] }),
    readCrowd: () => crowd,
    crowdTasks: ({ query: { list = 'open' } }) => ({
      items: crowdTasks.filter(({ state }) => state === (list === 'over' ? 'done' : list)),
    }),
    answerCrowd: () => ({ says: 'It is on its way to about 9,300 who are open, at most 50 a second.' }),
    listBroadcasts: () => ({ items: broadcasts, raisable }),
    stopBroadcast: () => ({ says: 'Stopped: within a few seconds nobody more is told.' }),
    resumeBroadcast: () => ({ says: 'It goes on after the 700 who were asked.' }),
    listTeams: () => ({ since: at(0, 0), items: teams }),
    customerTasks: ({ params: { customer } }) => ({ items: tasks.filter((task) => task.customer === customer) }),
    takeTask: ({ body: { task } }) => taskAs(task, { state: 'taken', by: 'You', isMine: true }),
    returnTask: ({ body: { task } }) => taskAs(task, { state: 'open' }),
    doneTask: ({ body: { task, outcome } }) =>
      taskAs(task, { state: 'done', by: 'You', ...(outcome && { said: outcome }) }),
    declineTask: ({ body: { task, reason } }) => taskAs(task, { state: 'declined', by: 'You', said: reason }),
    noteTask: ({ body: { task } }) => taskAs(task, {}),
    listEventForms: () => ({
      items: [
        {
          type: 'support.ticket_opened',
          about: 'Somebody asked for help.',
          customer: 'customerId',
          fields: [
            { name: 'ticketId', takes: 'text', isOptional: false },
            { name: 'stars', takes: 'number', isOptional: true },
          ],
        },
      ],
    }),
    sendEvents: () => ({ entries: [{ id: 'ev-9', status: 'applied', customer: 'ada' }] }),
    answerAs: () => ({ says: 'Answered as they would: feedback.received.' }),
    listRejects: () => ({
      items: [
        {
          place: 'rejects',
          at: at(0, 8),
          reason: 'unknown-type',
          message: 'The event "order.shiped" is not in events.yaml. Did you mean order.shipped?',
          event: 'order.shiped',
          id: 'ev-1',
          customer: HOSTILE[0] ?? '',
        },
        {
          place: 'rejects',
          at: at(-1, 8),
          reason: 'schema',
          message: 'rating is "five" and should be a number.',
          event: 'survey.answered',
          id: 'ev-2',
          customer: 'ada',
        },
      ],
      byReason: { 'unknown-type': 3, schema: 1 },
    }),
    redriveRejects: ({ body: { place, discard } }) => ({
      place,
      putBack: discard ? 0 : 3,
      discarded: discard ? 3 : 0,
      isMore: false,
      says: discard ? '3 events were discarded.' : '3 events were put back.',
    }),
    listAudit: () => ({
      items: [
        {
          id: 'a1',
          at: at(0, 9),
          who: { name: 'sam@acme.example', vouched: 'sign-in' },
          right: 'publisher',
          act: 'publishDraft',
          subject: { kind: 'draft', id: 'workflows' },
          given: { note: HOSTILE[2] },
          before: { version: 6 },
          after: { version: 7 },
          outcome: 'done',
        },
        {
          id: 'a2',
          at: at(-1, 9),
          who: { name: HOSTILE[1] ?? '', vouched: 'nobody' },
          right: 'admin',
          act: 'pauseJourney',
          subject: { kind: 'journey', id: 'renewal' },
          outcome: 'done',
        },
        {
          id: 'a3',
          at: at(-2, 9),
          who: { name: 'kim@acme.example', vouched: 'iam' },
          right: 'viewer',
          act: 'eraseCustomer',
          subject: { kind: 'customer', id: '9f31c0' },
          outcome: 'refused',
        },
      ],
    }),
    settings: () => SETTINGS,
    listDraftFiles: () => ({ published: 1, items: [{ ...policy, isOvertaken: false, change: 'same' }] }),
    readDraftFile: () => policy,
    writeDraftFile: ({ body: { text } }) => {
      policy = { ...policy, text, etag: 'e2' };
      return { path: policy.path, etag: policy.etag };
    },
    checkDraft: ({ body: { files } }) => {
      const isBroken = files?.['policy.yaml']?.includes('gap: soon') ?? false;
      return {
        isSound: !isBroken,
        problems: isBroken
          ? [
              {
                file: 'policy.yaml',
                line: 11,
                column: 6,
                message: 'gap is "soon"; it should be a duration such as 20 hours.',
                isWarning: false,
              },
            ]
          : [],
      };
    },
    backtestDraft: () => ({ job: 'j1' }),
    readJob: ({ params: { job } }) => ({
      job,
      kind: 'backtest',
      state: 'done',
      progress: { done: 30, total: 30 },
      by: { id: 'you', name: 'You' },
      startedAt: at(0, 10),
      endedAt: NOW,
      result: {
        from: at(-30),
        to: NOW,
        events: 2210,
        customers: 311,
        differing: 12,
        people: [],
        journeys: [
          {
            journey: 'renewal',
            title: 'Renewal',
            before: { sent: 120, 'held:quiet-hours': 20 },
            after: { sent: 108, 'held:quiet-hours': 32 },
          },
        ],
      },
    }),
    advanceClock: () => ({ now: at(1, 10) }),
  };
};
