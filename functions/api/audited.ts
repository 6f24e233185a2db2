import type { RouteName } from './contract/paths.ts';
import type { ParsedRequest } from './contract/routes.ts';

/** What something was done to. */
export interface Subject {
  kind: string;
  id: string;
}

/** The routes whose use goes on record, and what each does something to. */
export const SUBJECTS = {
  pauseJourney: ({ params: { journey } }) => ({ kind: 'journey', id: journey }),
  resumeJourney: ({ params: { journey } }) => ({ kind: 'journey', id: journey }),
  rollBack: ({ params: { version } }) => ({ kind: 'version', id: String(version) }),
  publishDraft: () => ({ kind: 'draft', id: 'workflows' }),
  testSend: ({ params: { moment } }) => ({ kind: 'moment', id: moment }),
  writeDraftFile: ({ params: { path } }) => ({ kind: 'file', id: path }),
  deleteDraftFile: ({ params: { path } }) => ({ kind: 'file', id: path }),
  addNote: ({ params: { customer } }) => ({ kind: 'customer', id: customer }),
  giveGesture: ({ params: { customer } }) => ({ kind: 'customer', id: customer }),
  reverseGesture: ({ params: { customer } }) => ({ kind: 'customer', id: customer }),
  takeTask: ({ body: { task } }) => ({ kind: 'task', id: task }),
  returnTask: ({ body: { task } }) => ({ kind: 'task', id: task }),
  doneTask: ({ body: { task } }) => ({ kind: 'task', id: task }),
  declineTask: ({ body: { task } }) => ({ kind: 'task', id: task }),
  noteTask: ({ body: { task } }) => ({ kind: 'task', id: task }),
  answerCrowd: ({ params: { crowd } }) => ({ kind: 'crowd', id: crowd }),
  stopBroadcast: ({ params: { broadcast } }) => ({ kind: 'broadcast', id: broadcast }),
  resumeBroadcast: ({ params: { broadcast } }) => ({ kind: 'broadcast', id: broadcast }),
  setPreferences: ({ params: { customer } }) => ({ kind: 'customer', id: customer }),
  setTheme: ({ params: { customer } }) => ({ kind: 'customer', id: customer }),
  eraseCustomer: ({ params: { customer } }) => ({ kind: 'customer', id: customer }),
  exportCustomer: ({ params: { customer } }) => ({ kind: 'customer', id: customer }),
  sendEvents: () => undefined,
  answerAs: ({ params: { customer } }) => ({ kind: 'customer', id: customer }),
  redriveRejects: ({ body: { place } }) => ({ kind: 'place', id: place }),
  advanceClock: () => undefined,
  inviteUser: ({ body: { email } }) => ({ kind: 'user', id: email }),
  setRoles: ({ params: { user } }) => ({ kind: 'user', id: user }),
  setAccess: ({ params: { user } }) => ({ kind: 'user', id: user }),
} satisfies { [Name in RouteName]?: (request: ParsedRequest<Name>) => Subject | undefined };

/** Those that change nothing that lasts: they try something out. */
export const TRIES: readonly RouteName[] = [
  'checkDraft',
  'runScenarios',
  'playDraft',
  'backtestDraft',
  'previewMoment',
];
