/** Method and path of every route, by its name. It has no schemas, so that a browser can ask without them. */
export const PATHS = {
  me: ['GET', '/api/me'],
  overview: ['GET', '/api/overview'],
  listJourneys: ['GET', '/api/journeys'],
  readJourney: ['GET', '/api/journeys/{journey}'],
  peopleAtStep: ['GET', '/api/journeys/{journey}/steps/{step}/people'],
  pauseJourney: ['POST', '/api/journeys/{journey}/pause'],
  resumeJourney: ['POST', '/api/journeys/{journey}/resume'],
  listVersions: ['GET', '/api/versions'],
  readVersion: ['GET', '/api/versions/{version}'],
  diffVersion: ['GET', '/api/versions/{version}/diff'],
  rollBack: ['POST', '/api/versions/{version}/rollback'],
  listMoments: ['GET', '/api/moments'],
  readMoment: ['GET', '/api/moments/{moment}'],
  previewMoment: ['POST', '/api/moments/{moment}/preview'],
  testSend: ['POST', '/api/moments/{moment}/test-send'],
  listDraftFiles: ['GET', '/api/drafts/files'],
  readDraftFile: ['GET', '/api/drafts/files/{path}'],
  writeDraftFile: ['PUT', '/api/drafts/files/{path}'],
  deleteDraftFile: ['DELETE', '/api/drafts/files/{path}'],
  checkDraft: ['POST', '/api/drafts/check'],
  runScenarios: ['POST', '/api/drafts/scenarios'],
  playDraft: ['POST', '/api/drafts/play'],
  backtestDraft: ['POST', '/api/drafts/backtest'],
  publishDraft: ['POST', '/api/drafts/publish'],
  readJob: ['GET', '/api/jobs/{job}'],
  searchCustomers: ['GET', '/api/customers'],
  readCustomer: ['GET', '/api/customers/{customer}'],
  why: ['GET', '/api/customers/{customer}/why'],
  addNote: ['POST', '/api/customers/{customer}/notes'],
  setPreferences: ['PUT', '/api/customers/{customer}/preferences'],
  eraseCustomer: ['DELETE', '/api/customers/{customer}'],
  exportCustomer: ['GET', '/api/customers/{customer}/export'],
  listTasks: ['GET', '/api/tasks'],
  upcoming: ['GET', '/api/upcoming'],
  sendEvents: ['POST', '/api/events'],
  listRejects: ['GET', '/api/rejects'],
  redriveRejects: ['POST', '/api/rejects/redrive'],
  listAudit: ['GET', '/api/audit'],
  settings: ['GET', '/api/settings'],
  advanceClock: ['POST', '/api/clock'],
} as const satisfies Record<string, readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string]>;

export type RouteName = keyof typeof PATHS;

const isName = (name: string): name is RouteName => Object.hasOwn(PATHS, name);

export const ROUTE_NAMES: readonly RouteName[] = Object.keys(PATHS).filter(isName);
