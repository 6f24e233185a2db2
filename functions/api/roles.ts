import type { RouteName } from './contract/paths.ts';
import { Role } from './contract/roles.ts';

const ALL = Role.options;
/** Who works with customers by name: a viewer sees numbers. */
const WITH_CUSTOMERS: readonly Role[] = ['marketer', 'publisher', 'agent', 'admin'];
const EDITORS: readonly Role[] = ['marketer', 'publisher', 'admin'];
const PUBLISHERS: readonly Role[] = ['publisher', 'admin'];
const AGENTS: readonly Role[] = ['agent', 'admin'];
const ADMINS: readonly Role[] = ['admin'];

/** Who may ask what. A route without a row does not compile. */
export const MAY: Record<RouteName, readonly Role[]> = {
  me: ALL,
  overview: ALL,
  listJourneys: ALL,
  readJourney: ALL,
  peopleAtStep: WITH_CUSTOMERS,
  pauseJourney: EDITORS,
  resumeJourney: EDITORS,
  listVersions: ALL,
  readVersion: ALL,
  diffVersion: ALL,
  rollBack: PUBLISHERS,
  listMoments: ALL,
  readMoment: ALL,
  previewMoment: ALL,
  testSend: EDITORS,
  listDraftFiles: ALL,
  readDraftFile: ALL,
  writeDraftFile: EDITORS,
  deleteDraftFile: EDITORS,
  checkDraft: EDITORS,
  runScenarios: EDITORS,
  playDraft: EDITORS,
  backtestDraft: EDITORS,
  publishDraft: PUBLISHERS,
  readJob: EDITORS,
  searchCustomers: WITH_CUSTOMERS,
  readCustomer: WITH_CUSTOMERS,
  why: WITH_CUSTOMERS,
  readInbox: WITH_CUSTOMERS,
  addNote: AGENTS,
  listGestures: WITH_CUSTOMERS,
  giveGesture: AGENTS,
  reverseGesture: AGENTS,
  setPreferences: AGENTS,
  setTheme: AGENTS,
  eraseCustomer: ADMINS,
  exportCustomer: ADMINS,
  listTasks: WITH_CUSTOMERS,
  listPromises: ALL,
  listTeams: ALL,
  customerTasks: WITH_CUSTOMERS,
  takeTask: AGENTS,
  returnTask: AGENTS,
  doneTask: AGENTS,
  declineTask: AGENTS,
  noteTask: AGENTS,
  listCrowds: WITH_CUSTOMERS,
  readCrowd: WITH_CUSTOMERS,
  crowdTasks: WITH_CUSTOMERS,
  answerCrowd: AGENTS,
  listBroadcasts: WITH_CUSTOMERS,
  stopBroadcast: EDITORS,
  resumeBroadcast: EDITORS,
  upcoming: ALL,
  sendEvents: EDITORS,
  listEventForms: ALL,
  answerAs: EDITORS,
  listRejects: EDITORS,
  redriveRejects: ADMINS,
  listAudit: EDITORS,
  settings: ALL,
  advanceClock: EDITORS,
  listUsers: ADMINS,
  inviteUser: ADMINS,
  setRoles: ADMINS,
  setAccess: ADMINS,
};

/** In words, as infra/console/user-pool.ts and docs/api.md have it. */
export const SAYS: Record<Role, string> = {
  viewer: 'Sees numbers, journeys, moments, drafts and versions, and no customers.',
  marketer:
    'Sees customers, tasks, rejects and the audit log, edits and tries drafts, sends tests, pauses journeys, stops events about everyone. Where customers are not real, sends events and answers as a customer.',
  publisher: 'Does what marketers do, publishes and rolls back.',
  agent:
    'Sees customers, does their tasks, also many at once, notes, also what they ask for, gives gestures and takes them back, and sets preferences on their behalf, how often and when not among them.',
  admin: 'Does everything: erases, exports, puts back rejects, says who may sign in and as what.',
};

export const mayAsk = (roles: readonly Role[], name: RouteName): boolean =>
  roles.some((role) => MAY[name].includes(role));
