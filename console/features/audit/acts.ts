/** What somebody did, in words; the names are those of the API's routes. */
const ACTS: Record<string, string> = {
  pauseJourney: 'paused a journey',
  resumeJourney: 'let a journey go on',
  rollBack: 'rolled back',
  publishDraft: 'published',
  writeDraftFile: 'wrote a file',
  deleteDraftFile: 'took a file away',
  testSend: 'sent a test',
  addNote: 'noted something',
  takeTask: 'took a task',
  returnTask: 'gave a task back',
  doneTask: 'did a task',
  declineTask: 'declined a task',
  noteTask: 'noted something beside a task',
  answerCrowd: 'said the same of many tasks',
  stopBroadcast: 'stopped an event about everyone',
  resumeBroadcast: 'let an event about everyone go on',
  setPreferences: 'set preferences',
  setTheme: 'noted what somebody asks for, or took it away',
  eraseCustomer: 'erased a customer',
  exportCustomer: 'exported a customer',
  sendEvents: 'sent events',
  answerAs: 'answered as a customer',
  redriveRejects: 'put back what was not taken',
  advanceClock: 'moved time ahead',
  readCustomer: 'looked at a customer',
};

export const actInWords = (act: string): string =>
  ACTS[act] ?? act.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What was given, or how it was, in few characters. */
export const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${typeof each === 'object' ? JSON.stringify(each) : String(each)}`)
    .join(', ');
};
